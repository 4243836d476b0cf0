package gantry.fakefollowers.scorer;

import gantry.fakefollowers.batch.ScoredRecord;
import gantry.lambda.Deadline;
import gantry.lambda.Jitter;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts scored batches on the stream {@code follower-scores}, as long as the invocation lasts. */
@Singleton
final class ScoresClient {
  private static final Logger LOG = LoggerFactory.getLogger(ScoresClient.class);

  /** Twenty times 200 kB stay below what one call may hold. */
  private static final int MOST_RECORDS = 20;

  private static final int TRIES = 4;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(16);
  private static final Duration SHORTEST_CALL = Duration.ofMillis(200);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final BeanProvider<KinesisClient> kinesis;
  private final StreamConfig config;

  ScoresClient(BeanProvider<KinesisClient> kinesis, StreamConfig config) {
    this.kinesis = kinesis;
    this.config = config;
  }

  /** Only refused records go again; answers those of which nobody knows that they arrived. */
  List<ScoredRecord> put(List<ScoredRecord> records) {
    var refused = new ArrayList<ScoredRecord>();
    for (var from = 0; from < records.size(); from += MOST_RECORDS) {
      var some = records.subList(from, Math.min(records.size(), from + MOST_RECORDS));
      refused.addAll(putSome(some));
    }
    return refused;
  }

  private List<ScoredRecord> putSome(List<ScoredRecord> records) {
    try {
      var left = putOnce(records);
      for (var failures = 1; failures < TRIES && !left.isEmpty(); failures++) {
        LockSupport.parkNanos(Jitter.upTo(FIRST_PAUSE.multipliedBy(1L << failures)).toNanos());
        left = putOnce(left);
      }
      return left;
    } catch (SdkException e) {
      // The others' messages are not to fail with these.
      LOG.warn("Of {} records nobody knows that the stream has them", records.size(), e);
      return records;
    }
  }

  private List<ScoredRecord> putOnce(List<ScoredRecord> records) {
    var time = Deadline.left().orElse(LONGEST_CALL);
    return time.compareTo(SHORTEST_CALL) < 0 ? records : refused(records, put(records, time));
  }

  private PutRecordsResponse put(List<ScoredRecord> records, Duration time) {
    var entries = records.stream().map(ScoresClient::entry).toList();
    return kinesis
        .get()
        .putRecords(put ->
            put.streamName(config.required())
                .records(entries)
                .overrideConfiguration(call -> call.apiCallTimeout(time)));
  }

  private static List<ScoredRecord> refused(List<ScoredRecord> sent, PutRecordsResponse answer) {
    var refused = new ArrayList<ScoredRecord>();
    for (var i = 0; i < sent.size(); i++) {
      if (answer.records().get(i).errorCode() != null) {
        refused.add(sent.get(i));
      }
    }
    return refused;
  }

  private static PutRecordsRequestEntry entry(ScoredRecord scored) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(scored.key())
        .data(SdkBytes.fromByteArrayUnsafe(scored.content()))
        .build();
  }
}
