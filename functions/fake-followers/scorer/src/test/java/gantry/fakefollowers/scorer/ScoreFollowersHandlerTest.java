package gantry.fakefollowers.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import gantry.fakefollowers.batch.BatchJson;
import gantry.lambda.Deadline;
import gantry.testing.SqsEvents;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

class ScoreFollowersHandlerTest {
  private static final String AUDIT = UUID.randomUUID().toString();

  private ApplicationContext context;
  private ScoreFollowersHandler handler;
  private MoodyStream stream;

  /** A stream that refuses the records of some batches a number of times. */
  static final class MoodyStream implements KinesisClient {
    final List<PutRecordsRequestEntry> stored = new ArrayList<>();
    final List<Integer> calls = new ArrayList<>();
    boolean isDown;
    String refused = "none";
    int times;

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
      calls.add(request.records().size());
      if (isDown) {
        throw SdkClientException.create("The stream is silent");
      }
      var results = request.records().stream().map(this::put).toList();
      return PutRecordsResponse.builder().records(results).build();
    }

    private PutRecordsResultEntry put(PutRecordsRequestEntry entry) {
      if (entry.partitionKey().endsWith(refused) && times-- > 0) {
        return PutRecordsResultEntry.builder()
            .errorCode("ProvisionedThroughputExceededException")
            .build();
      }
      stored.add(entry);
      return PutRecordsResultEntry.builder().sequenceNumber("1").build();
    }

    @Override
    public String serviceName() {
      return "kinesis";
    }

    @Override
    public void close() {}
  }

  @Factory
  static final class Fixtures {
    @Primary
    @Singleton
    @Requires(property = "test.stream")
    MoodyStream stream() {
      return new MoodyStream();
    }
  }

  @BeforeEach
  void start() {
    context = ApplicationContext.run(Map.of("test.stream", "1", "follower-scores.stream", "s"));
    handler = new ScoreFollowersHandler(context);
    stream = context.getBean(MoodyStream.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void eachBatchIsOneRecordUnderAKeyOfItsOwn() {
    var event =
        SqsEvents.from("follower-batches").message("m-1", message(1)).message("m-2", message(2));

    assertThat(failed(event)).isEmpty();

    assertThat(stream.calls).containsExactly(2);
    assertThat(stream.stored.stream().map(PutRecordsRequestEntry::partitionKey))
        .containsExactly(AUDIT + ":1", AUDIT + ":2");
    var scored =
        context.getBean(BatchJson.class).readBatch(stream.stored.getFirst().data().asByteArray());
    assertThat(scored.results()).hasSize(2);
    assertThat(scored.results().getLast().index()).isEqualTo(2);
    assertThat(scored.malformed().getFirst().index()).isEqualTo(1);
  }

  @Test
  void onlyRefusedRecordsGoAgain() {
    stream.refused = ":2";
    stream.times = 1;
    var event =
        SqsEvents.from("follower-batches").message("m-1", message(1)).message("m-2", message(2));

    assertThat(failed(event)).isEmpty();
    assertThat(stream.calls).containsExactly(2, 1);
    assertThat(stream.stored).hasSize(2);
  }

  @Test
  void whatIsRefusedToTheLastComesAgainAlone() {
    stream.refused = ":2";
    stream.times = 1000;
    var event =
        SqsEvents.from("follower-batches").message("m-1", message(1)).message("m-2", message(2));

    assertThat(failed(event)).containsExactly("m-2");
  }

  @Test
  void ofASilentStreamEachBatchComesAgain() {
    stream.isDown = true;
    var event =
        SqsEvents.from("follower-batches").message("m-1", message(1)).message("m-2", message(2));

    assertThat(failed(event)).containsExactly("m-1", "m-2");
    assertThat(stream.calls).containsExactly(2);
  }

  @Test
  void whatThereIsNoTimeForComesAgainUnscored() {
    var event = SqsEvents.from("follower-batches").message("m-1", message(1));

    var response = Deadline.within(Duration.ofSeconds(1), () -> handler.execute(event.event()));

    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(stream.calls).isEmpty();
  }

  @Test
  void poisonFailsAlone() {
    var event =
        SqsEvents.from("follower-batches")
            .message("m-1", "{\"audit\":1")
            .message("m-2", message(2))
            .message("m-3", message(3).replace(AUDIT, "no-uuid"));

    assertThat(failed(event)).containsExactly("m-1", "m-3");
    assertThat(stream.stored).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2147483648", "4294967295", "1.5", "\"\""})
  void aBatchWithoutANumberOfZeroOrMoreIsPoison(String number) {
    var text = message(1).replace("\"batch\":1", "\"batch\":" + number);

    assertThat(failed(SqsEvents.from("follower-batches").message("m-1", text)))
        .containsExactly("m-1");
  }

  @Test
  void scoresThatDoNotFitIntoOneRecordAreHalved() {
    var random = new Random(7);
    var followers =
        IntStream.range(0, 600)
            .mapToObj(_ ->
                "{\"handle\":\"%s\",\"fullName\":\"%s\"}"
                    .formatted(letters(random, 'a', 26, 100), letters(random, 'ऄ', 54, 200)))
            .collect(Collectors.joining(","));

    assertThat(failed(SqsEvents.from("q").message("m-1", message(1, followers)))).isEmpty();

    assertThat(stream.stored)
        .hasSizeGreaterThan(1)
        .allMatch(entry -> entry.data().asByteArray().length <= 200_000);
    var json = context.getBean(BatchJson.class);
    assertThat(
            stream.stored.stream()
                .mapToInt(entry -> json.readBatch(entry.data().asByteArray()).size())
                .sum())
        .isEqualTo(600);
  }

  private static String letters(Random random, char first, int alphabet, int count) {
    return random
        .ints(count, first, first + alphabet)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private List<String> failed(SqsEvents event) {
    return handler.execute(event.event()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static String message(int batch) {
    return message(batch, "{\"handle\":\"a\"},7,{\"handle\":\"b\",\"fullName\":\"\uFFFE B\"}");
  }

  private static String message(int batch, String followers) {
    var text =
        """
        {"audit":"%s","batch":%d,"tenant":"acme","owner":"u","creator":"@c","platform":"x","followers":[%s]}
        """
            .formatted(AUDIT, batch, followers);
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
