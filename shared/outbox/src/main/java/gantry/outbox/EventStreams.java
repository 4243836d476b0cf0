package gantry.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** The streams that facts go out on; {@code domain-events} is {@code DOMAIN_EVENTS_STREAM}. */
@Singleton
final class EventStreams {
  /** Kinesis allows 256 characters, and does not say what it counts as one. */
  private static final int MAX_KEY = 256;

  private final BeanProvider<KinesisClient> kinesis;
  private final Environment environment;

  EventStreams(BeanProvider<KinesisClient> kinesis, Environment environment) {
    this.kinesis = kinesis;
    this.environment = environment;
  }

  /** One call for events of one stream; answers the ids that the stream accepted. */
  List<UUID> put(List<WaitingEvent> events) {
    var name = physicalName(events.getFirst().stream());
    var entries = events.stream().map(EventStreams::entry).toList();
    var answer = kinesis.get().putRecords(put -> put.streamName(name).records(entries));

    var accepted = new ArrayList<UUID>();
    for (var i = 0; i < events.size(); i++) {
      if (answer.records().get(i).errorCode() == null) {
        accepted.add(events.get(i).id());
      }
    }
    return accepted;
  }

  private static PutRecordsRequestEntry entry(WaitingEvent event) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(partitionKey(event.aggregate()))
        .data(SdkBytes.fromUtf8String(event.record()))
        .build();
  }

  /** It only chooses the shard; the record has the name. */
  private static String partitionKey(String aggregate) {
    return aggregate.length() <= MAX_KEY
        ? aggregate
        : UUID.nameUUIDFromBytes(aggregate.getBytes(UTF_8)).toString();
  }

  private String physicalName(String stream) {
    return environment
        .getProperty(stream + ".stream", String.class)
        .orElseThrow(() -> new IllegalStateException(variable(stream) + " is not set"));
  }

  private static String variable(String stream) {
    return stream.replace('-', '_').toUpperCase(Locale.ROOT) + "_STREAM";
  }
}
