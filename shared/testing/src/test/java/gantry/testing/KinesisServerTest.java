package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class KinesisServerTest {
  private static final String LONG_AGO = "1577836800.000";

  private static final Pattern ARRIVAL =
      Pattern.compile("(\"ApproximateArrivalTimestamp\":)[0-9.]+");

  @Test
  void recordsSurviveAStopAndThenAKill(@TempDir Path folder) {
    try (var server = KinesisServer.start(folder, 0);
        var kinesis = server.client()) {
      putOne(kinesis);
      server.stop();
      server.start();
      server.kill();

      server.start();

      assertThat(records(kinesis)).containsExactly("one");
    }
  }

  @Test
  void whatIsPastItsRetentionIsGone(@TempDir Path folder) throws IOException {
    try (var server = KinesisServer.start(folder, 0);
        var kinesis = server.client()) {
      putOne(kinesis);
      server.stop();
      var kept = folder.resolve("kinesis-data.json");
      Files.writeString(kept, ARRIVAL.matcher(Files.readString(kept)).replaceAll("$1" + LONG_AGO));

      server.start();

      assertThat(records(kinesis)).isEmpty();
    }
  }

  private static void putOne(KinesisClient kinesis) {
    kinesis.createStream(stream -> stream.streamName("kept").shardCount(1));
    awaitActive(kinesis);
    kinesis.putRecord(
        record -> record.streamName("kept").partitionKey("a").data(SdkBytes.fromUtf8String("one")));
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

  private static List<String> records(KinesisClient kinesis) {
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
    return kinesis.getRecords(page -> page.shardIterator(iterator)).records().stream()
        .map(record -> record.data().asUtf8String())
        .toList();
  }
}
