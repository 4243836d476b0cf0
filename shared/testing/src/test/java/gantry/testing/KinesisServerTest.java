package gantry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class KinesisServerTest {
  @Test
  void recordsSurviveAKill(@TempDir Path folder) {
    try (var server = KinesisServer.start(folder, 0);
        var kinesis = server.client()) {
      kinesis.createStream(stream -> stream.streamName("kept").shardCount(1));
      awaitActive(kinesis);
      kinesis.putRecord(record ->
          record.streamName("kept").partitionKey("a").data(SdkBytes.fromUtf8String("one")));
      // Its data file is written every second.
      Eventually.within(
          Duration.ofSeconds(5),
          () -> assertThat(folder.resolve("kinesis-data.json")).content(UTF_8).contains("b25l"));
      server.kill();

      server.start();

      assertThat(firstRecord(kinesis)).isEqualTo("one");
    }
  }

  private static void awaitActive(KinesisClient kinesis) {
    Eventually.within(
        Duration.ofSeconds(10),
        () ->
            assertThat(
                    kinesis
                        .describeStreamSummary(stream -> stream.streamName("kept"))
                        .streamDescriptionSummary()
                        .streamStatusAsString())
                .isEqualTo("ACTIVE"));
  }

  private static String firstRecord(KinesisClient kinesis) {
    var shard =
        kinesis.listShards(shards -> shards.streamName("kept")).shards().getFirst().shardId();
    var iterator =
        kinesis
            .getShardIterator(start ->
                start
                    .streamName("kept")
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return kinesis
        .getRecords(page -> page.shardIterator(iterator))
        .records()
        .getFirst()
        .data()
        .asUtf8String();
  }
}
