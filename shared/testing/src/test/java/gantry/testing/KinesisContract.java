package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What Gantry counts on in Kinesis, whoever plays it. */
abstract class KinesisContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String stream = "contract-" + UUID.randomUUID();
  private final KinesisClient kinesis = client();

  abstract KinesisClient client();

  @BeforeEach
  void createStream() {
    kinesis.createStream(create -> create.streamName(stream).shardCount(2));
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    kinesis
                        .describeStreamSummary(describe -> describe.streamName(stream))
                        .streamDescriptionSummary()
                        .streamStatusAsString())
                .isEqualTo("ACTIVE"));
  }

  @AfterEach
  void deleteStream() {
    kinesis.deleteStream(delete -> delete.streamName(stream));
    kinesis.close();
  }

  @Test
  void everyEntryOfARequestHasItsOwnOutcome() {
    var answer = put("a", "1", "2", "3");

    assertThat(answer.failedRecordCount()).isZero();
    assertThat(answer.records()).hasSize(3).allMatch(entry -> entry.errorCode() == null);
  }

  @Test
  void oneKeyStaysOnOneShardInOrder() {
    IntStream.range(0, 20).forEach(i -> put("a", "a-" + i));

    var shard = put("a", "a-20").records().getFirst().shardId();

    var read = read(shard, start -> start.shardIteratorType(ShardIteratorType.TRIM_HORIZON), 21);
    assertThat(read)
        .extracting(record -> record.data().asUtf8String())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 20).mapToObj(i -> "a-" + i).toList());
    assertThat(read)
        .extracting(record -> new BigInteger(record.sequenceNumber()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void readingGoesOnAfterARecord() {
    var first = put("a", "1").records().getFirst();
    put("a", "2");

    var read =
        read(
            first.shardId(),
            start ->
                start
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(first.sequenceNumber()),
            1);

    assertThat(read).extracting(record -> record.data().asUtf8String()).containsExactly("2");
  }

  @Test
  void readingStartsAgainAtAFailedRecord() {
    put("a", "1");
    var failed = put("a", "2").records().getFirst();
    put("a", "3");

    var read =
        read(
            failed.shardId(),
            start ->
                start
                    .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .startingSequenceNumber(failed.sequenceNumber()),
            2);

    assertThat(read).extracting(record -> record.data().asUtf8String()).containsExactly("2", "3");
  }

  private PutRecordsResponse put(String key, String... data) {
    var entries = List.of(data).stream().map(each -> entry(key, each)).toList();
    return kinesis.putRecords(put -> put.streamName(stream).records(entries));
  }

  private static PutRecordsRequestEntry entry(String key, String data) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(key)
        .data(SdkBytes.fromUtf8String(data))
        .build();
  }

  private List<Record> read(
      String shard, Consumer<GetShardIteratorRequest.Builder> start, int expected) {
    var iterator =
        kinesis
            .getShardIterator(get -> {
              get.streamName(stream).shardId(shard);
              start.accept(get);
            })
            .shardIterator();
    var page = new Page(iterator, List.of());
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (page.records().size() < expected && System.nanoTime() < deadline) {
      page = next(page);
    }
    return page.records();
  }

  private record Page(String iterator, List<Record> records) {}

  private Page next(Page page) {
    var answer = kinesis.getRecords(get -> get.shardIterator(page.iterator()));
    var all = new ArrayList<>(page.records());
    all.addAll(answer.records());
    return new Page(answer.nextShardIterator(), all);
  }
}
