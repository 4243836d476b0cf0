package gantry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.KinesisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

class KinesisRelayTest {
  private static final String STREAM = "relay-test";

  /** As long as a user's id may be; more than 256 of Java's characters. */
  private static final String LONGEST = "\uD83E\uDD80".repeat(200);

  @Test
  void eventsArriveOnTheStreamInTheOrderOfTheirAggregate() {
    try (var kinesis = KinesisServer.shared().client();
        var outbox = new TestOutbox(KinesisServer.shared().client(), STREAM)) {
      createStream(kinesis);
      outbox.append("a", "1", "2", "3");
      outbox.append(LONGEST, "1");

      var published = outbox.bean(OutboxRelay.class).relay(Duration.ofSeconds(20));

      assertThat(published).isEqualTo(4);
      assertThat(records(kinesis).stream().filter(it -> it.partitionKey().equals("a")))
          .extracting(it -> it.data().asUtf8String().replaceFirst(".*\"type\" : \"(.)\".*", "$1"))
          .containsExactly("1", "2", "3");
      assertThat(records(kinesis))
          .extracting(it -> it.data().asUtf8String())
          .anyMatch(it -> it.contains(LONGEST));
    }
  }

  private static void createStream(KinesisClient kinesis) {
    kinesis.createStream(create -> create.streamName(STREAM).shardCount(1));
    Eventually.within(
        Duration.ofSeconds(10),
        () ->
            assertThat(
                    kinesis
                        .describeStreamSummary(it -> it.streamName(STREAM))
                        .streamDescriptionSummary()
                        .streamStatus())
                .isEqualTo(StreamStatus.ACTIVE));
  }

  private static List<Record> records(KinesisClient kinesis) {
    var records = new ArrayList<Record>();
    for (var shard : kinesis.listShards(list -> list.streamName(STREAM)).shards()) {
      var iterator =
          kinesis
              .getShardIterator(get ->
                  get.streamName(STREAM)
                      .shardId(shard.shardId())
                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      records.addAll(kinesis.getRecords(get -> get.shardIterator(iterator)).records());
    }
    return records;
  }
}
