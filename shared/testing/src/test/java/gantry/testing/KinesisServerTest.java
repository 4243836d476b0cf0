package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
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
  void everyByteSurvivesAStopRightAfterAStart(@TempDir Path folder) {
    var contents = List.of(bytes(300_000), bytes(300_001), bytes(300_002), bytes(0));
    try (var server = KinesisServer.start(folder, 0);
        var kinesis = server.client()) {
      createStream(kinesis);
      contents.forEach(content -> put(kinesis, content));
      server.stop();
      server.start();

      server.stop();
      server.start();

      assertThat(contents(kinesis)).containsExactlyElementsOf(contents);
      assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
  }

  private static SdkBytes bytes(int length) {
    var bytes = new byte[length];
    IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (i * 31 + (i >> 8)));
    return SdkBytes.fromByteArray(bytes);
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
    createStream(kinesis);
    put(kinesis, SdkBytes.fromUtf8String("one"));
  }

  private static void createStream(KinesisClient kinesis) {
    kinesis.createStream(stream -> stream.streamName("kept").shardCount(1));
    awaitActive(kinesis);
  }

  private static void put(KinesisClient kinesis, SdkBytes content) {
    var key = "ключ".repeat(20);
    kinesis.putRecord(record -> record.streamName("kept").partitionKey(key).data(content));
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
    return contents(kinesis).stream().map(SdkBytes::asUtf8String).toList();
  }

  private static List<SdkBytes> contents(KinesisClient kinesis) {
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
        .map(Record::data)
        .toList();
  }
}
