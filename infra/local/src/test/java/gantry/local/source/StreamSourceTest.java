package gantry.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.function.FakeFunction;
import gantry.local.template.StreamEvent;
import gantry.local.template.StreamEvent.Retries;
import gantry.local.template.StreamResource;
import gantry.local.template.Template;
import gantry.testing.Eventually;
import gantry.testing.KinesisServer;
import gantry.testing.SqsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class StreamSourceTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Retries FOR_EVER =
      new Retries(false, Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir Path folder;
  private final KinesisClient kinesis = KinesisServer.shared().client();
  private final SqsClient sqs = SqsServer.shared().client();
  private final FakeFunction function = new FakeFunction();
  private final String name = "s" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final List<Sources> opened = new ArrayList<>();

  @AfterEach
  void stop() {
    opened.forEach(Sources::close);
    kinesis.close();
    sqs.close();
  }

  @Test
  void theEventIsLambdas() {
    stream(1);
    put("hello", "key");

    start(10, FOR_EVER);

    Eventually.within(SOON, () -> assertThat(function.events()).hasSize(1));
    var record = function.onlyEvent().at("/Records/0");
    assertThat(record.at("/kinesis/data").asText()).isEqualTo("aGVsbG8=");
    assertThat(record.at("/kinesis/partitionKey").asText()).isEqualTo("key");
    assertThat(record.at("/kinesis/sequenceNumber").asText()).matches("\\d+");
    assertThat(record.at("/kinesis/approximateArrivalTimestamp").isNumber()).isTrue();
    assertThat(record.path("eventID").asText()).startsWith("shardId-000000000000:");
    assertThat(record.path("eventName").asText()).isEqualTo("aws:kinesis:record");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:kinesis");
    assertThat(record.path("eventSourceARN").asText()).endsWith("stream/" + name);
  }

  @Test
  void allShardsAreRead() {
    stream(2);
    put("low", "a");
    put("high", "b");
    put("more", "c");

    start(10, FOR_EVER);

    Eventually.within(SOON, () -> assertThat(data()).contains("low", "high", "more"));
  }

  @Test
  void aRestartGoesOnWhereItWasLeft() {
    stream(1);
    put("one", "k");
    start(10, FOR_EVER);
    Eventually.within(SOON, () -> assertThat(data()).contains("one"));
    opened.forEach(Sources::close);
    put("two", "k");

    start(10, FOR_EVER);

    Eventually.within(SOON, () -> assertThat(data()).contains("two"));
    assertThat(data()).containsOnlyOnce("one");
  }

  @Test
  void bisectingLeavesOnlyThePoisonBehindAndTellsWhere() {
    stream(1);
    var failures = sqs.createQueue(r -> r.queueName("f" + name)).queueUrl();
    function.behaving(this::poisoned);
    List.of("a", "b", "poison", "c").forEach(data -> put(data, "k"));

    start(
        10,
        new Retries(
            true,
            Optional.of(1),
            Optional.empty(),
            Optional.of("arn:aws:sqs:eu-central-1:000000000000:f" + name)));

    Eventually.within(SOON, () -> assertThat(handled).containsExactly("a", "b", "c"));
    var message =
        sqs.receiveMessage(r -> r.queueUrl(failures).waitTimeSeconds(10)).messages().getFirst();
    var failure = FakeFunction.parse(message.body());
    assertThat(failure.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(failure.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
    assertThat(failure.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    assertThat(failure.at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(1);
    assertThat(failure.at("/KinesisBatchInfo/shardId").asText()).isEqualTo("shardId-000000000000");
    assertThat(failure.at("/KinesisBatchInfo/streamArn").asText()).endsWith("stream/" + name);
    assertThat(failure.at("/KinesisBatchInfo/startSequenceNumber").asText())
        .isEqualTo(failure.at("/KinesisBatchInfo/endSequenceNumber").asText());
  }

  @Test
  void aReportedFailureComesAgainFromThereOn() {
    stream(1);
    var refused = new ArrayList<String>();
    function.behaving(event -> refused.isEmpty() ? failingOnce(event, "b", refused) : "{}");
    List.of("a", "b", "c").forEach(data -> put(data, "k"));

    start(10, FOR_EVER);

    Eventually.within(SOON, () -> assertThat(function.events().size()).isGreaterThanOrEqualTo(2));
    assertThat(data()).endsWith("b", "c").containsOnlyOnce("a");
  }

  @Test
  void recordsBeyondTheirAgeAreGivenUp() {
    stream(1);
    function.behaving(_ -> {
      throw new IllegalStateException("always");
    });
    put("old", "k");

    start(
        10,
        new Retries(false, Optional.empty(), Optional.of(Duration.ofSeconds(6)), Optional.empty()));

    Eventually.within(SOON, () -> assertThat(function.events()).isNotEmpty());
    Eventually.within(
        SOON,
        () -> assertThat(new Checkpoints(checkpoints()).find("shardId-000000000000")).isPresent());
  }

  private String poisoned(String event) {
    var data = data(event);
    if (data.contains("poison")) {
      throw new IllegalStateException("poison");
    }
    handled.addAll(data);
    return "{}";
  }

  private static String failingOnce(String event, String data, List<String> refused) {
    refused.add(event);
    return FakeFunction.parse(event)
        .path("Records")
        .valueStream()
        .filter(record -> decode(record.at("/kinesis/data").asText()).equals(data))
        .map(record -> record.at("/kinesis/sequenceNumber").asText())
        .map(number -> "{\"itemIdentifier\":\"" + number + "\"}")
        .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
  }

  private List<String> data() {
    return function.events().stream().flatMap(event -> data(event.toString()).stream()).toList();
  }

  private static List<String> data(String event) {
    return FakeFunction.parse(event)
        .path("Records")
        .valueStream()
        .map(record -> decode(record.at("/kinesis/data").asText()))
        .toList();
  }

  private static String decode(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private void stream(int shards) {
    new Streams(kinesis, List.of(new StreamResource("Facts", name, shards))).create();
  }

  private void put(String data, String key) {
    kinesis.putRecord(
        r -> r.streamName(name).partitionKey(key).data(SdkBytes.fromUtf8String(data)));
  }

  private Sources start(int batchSize, Retries retries) {
    var event =
        new StreamEvent(
            "Facts",
            "Worker",
            "arn:aws:kinesis:eu-central-1:000000000000:stream/" + name,
            true,
            batchSize,
            Duration.ZERO,
            true,
            retries);
    var events = new Template.Events(List.of(), List.of(), List.of(event), List.of(), List.of());
    var backing = new Sources.Backing(sqs, kinesis, "eu-central-1", folder);
    var sources = Sources.start(events, _ -> function, backing);
    opened.add(sources);
    return sources;
  }

  private Path checkpoints() {
    return folder.resolve("Worker-Facts");
  }
}
