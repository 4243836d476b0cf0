package gantry.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.function.FakeFunction;
import gantry.local.template.QueueEvent;
import gantry.local.template.QueueResource;
import gantry.local.template.QueueResource.Redrive;
import gantry.testing.Eventually;
import gantry.testing.SqsServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class QueueSourceTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final SqsClient sqs = SqsServer.shared().client();
  private final FakeFunction function = new FakeFunction();
  private String name = "q" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, QueueResource> resources = new LinkedHashMap<>();
  private final List<Loop> loops = new ArrayList<>();

  @AfterEach
  void stop() {
    loops.forEach(Loop::stop);
    loops.forEach(loop -> loop.awaitEnd(Duration.ofSeconds(3)));
    sqs.close();
  }

  @Test
  void theEventIsLambdas() {
    var queues = queues(false, 30, 3);
    sqs.sendMessage(request ->
        request
            .queueUrl(queues.url(name))
            .messageBody("hello")
            .messageAttributes(
                Map.of(
                    "requestId",
                    MessageAttributeValue.builder().dataType("String").stringValue("r1").build())));

    start(queues, 10, true);

    Eventually.within(SOON, () -> assertThat(function.events()).hasSize(1));
    var message = function.onlyEvent().at("/Records/0");
    assertThat(message.path("body").asText()).isEqualTo("hello");
    assertThat(message.path("messageId").asText()).isNotEmpty();
    assertThat(message.path("receiptHandle").asText()).isNotEmpty();
    assertThat(message.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(message.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(message.at("/attributes/SentTimestamp").asText()).isNotEmpty();
    assertThat(message.at("/messageAttributes/requestId/stringValue").asText()).isEqualTo("r1");
    assertThat(message.at("/messageAttributes/requestId/dataType").asText()).isEqualTo("String");
    assertThat(message.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(message.path("eventSourceARN").asText()).endsWith(":" + name);
    assertThat(message.path("awsRegion").asText()).isEqualTo("eu-central-1");
    Eventually.within(SOON, () -> assertThat(left(queues)).isZero());
  }

  @Test
  void batchesHoldNoMoreThanTheMappingSays() {
    var queues = queues(false, 30, 3);
    IntStream.range(0, 7).forEach(i -> send(queues, "m" + i));

    start(queues, 3, true);

    Eventually.within(SOON, () -> assertThat(bodies()).hasSize(7));
    assertThat(function.events())
        .allSatisfy(event -> assertThat(event.path("Records").size()).isBetween(1, 3));
  }

  @Test
  void onlyWhatFailedComesAgainAndThenIsDead() {
    var queues = queues(false, 3, 2);
    function.behaving(event -> failing(event, "bad"));
    send(queues, "good");
    send(queues, "bad");

    start(queues, 10, true);

    Eventually.within(
        SOON, () -> assertThat(counts(queues).dead()).as(() -> bodies().toString()).isEqualTo(1));
    assertThat(bodies().stream().filter("good"::equals)).hasSize(1);
    assertThat(bodies().stream().filter("bad"::equals)).hasSize(2);
  }

  @Test
  void anErrorDeletesNothing() {
    var queues = queues(false, 1, 50);
    var refused = new ArrayList<String>();
    function.behaving(event -> {
      if (refused.size() < 1) {
        refused.add(event);
        throw new IllegalStateException("not yet");
      }
      return "{}";
    });
    send(queues, "again");

    start(queues, 10, true);

    Eventually.within(SOON, () -> assertThat(bodies()).containsExactly("again", "again"));
    Eventually.within(SOON, () -> assertThat(left(queues)).isZero());
  }

  @Test
  void anUnknownIdFailsTheWholeBatch() {
    var queues = queues(false, 30, 50);
    function.answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}");
    send(queues, "kept");

    start(queues, 10, true);

    Eventually.within(SOON, () -> assertThat(function.events()).hasSize(1));
    assertThat(left(queues)).isEqualTo(1);
  }

  @Test
  void withoutReportingTheAnswerMeansNothing() {
    var queues = queues(false, 30, 50);
    function.answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}");
    send(queues, "done");

    start(queues, 10, false);

    Eventually.within(SOON, () -> assertThat(function.events()).hasSize(1));
    Eventually.within(SOON, () -> assertThat(left(queues)).isZero());
  }

  @Test
  void aFailedGroupWaitsWhileOthersGoOn() {
    var queues = queues(true, 2, 50);
    var failures = new HashMap<String, Integer>();
    function.behaving(event -> {
      var first = FakeFunction.parse(event).at("/Records/0/body").asText();
      return first.equals("a1") && failures.merge("a1", 1, Integer::sum) == 1
          ? failing(event, "a1")
          : "{}";
    });
    send(queues, "a1", "a");
    send(queues, "a2", "a");
    send(queues, "b1", "b");

    start(queues, 1, true);

    Eventually.within(SOON, () -> assertThat(bodies()).hasSize(4));
    assertThat(bodies()).startsWith("a1").endsWith("a1", "a2").contains("b1");
    assertThat(function.events().getFirst().at("/Records/0/attributes/MessageGroupId").asText())
        .isEqualTo("a");
  }

  @Test
  void deadMessagesAreMovedBackByEitherName() {
    var queues = queues(true, 30, 3);
    var dead = queues.url("dead-" + name);
    sqs.sendMessage(
        r -> r.queueUrl(dead).messageBody("x").messageGroupId("g").messageDeduplicationId("1"));
    sqs.sendMessage(
        r -> r.queueUrl(dead).messageBody("y").messageGroupId("g").messageDeduplicationId("2"));

    assertThat(counts(queues).dead()).isEqualTo(2);
    assertThat(queues.redrive("Dead")).contains(2);
    assertThat(counts(queues).visible()).isEqualTo(2);
    assertThat(counts(queues).dead()).isZero();
    assertThat(queues.redrive("Main")).contains(0);
    assertThat(queues.redrive("Nobody")).isEmpty();
  }

  @Test
  void creatingTwiceTakesOverChangedAttributes() {
    queues(false, 30, 3);
    var queues = queues(false, 45, 3);

    var attributes =
        sqs.getQueueAttributes(
                r -> r.queueUrl(queues.url(name)).attributeNamesWithStrings("VisibilityTimeout"))
            .attributesAsStrings();
    assertThat(attributes).containsEntry("VisibilityTimeout", "45");
  }

  private Queues queues(boolean fifo, int visibility, int maxReceiveCount) {
    if (fifo) {
      name += ".fifo";
    }
    var kind = fifo ? Map.of("FifoQueue", "true") : Map.<String, String>of();
    var attributes = new HashMap<>(kind);
    attributes.put("VisibilityTimeout", Integer.toString(visibility));
    var redrive = new Redrive(arn("dead-" + name), maxReceiveCount);
    resources.put("Main", new QueueResource("Main", name, attributes, Optional.of(redrive)));
    resources.put("Dead", new QueueResource("Dead", "dead-" + name, kind, Optional.empty()));
    var queues = new Queues(sqs, resources);
    queues.create();
    return queues;
  }

  private void start(Queues queues, int batchSize, boolean reportsFailures) {
    var event =
        new QueueEvent("Inbox", "Worker", arn(name), batchSize, Duration.ZERO, 2, reportsFailures);
    loops.add(new QueueSource(event, function, sqs, queues.url(name), "eu-central-1").start());
  }

  private static String arn(String queue) {
    return "arn:aws:sqs:eu-central-1:000000000000:" + queue;
  }

  private void send(Queues queues, String body) {
    sqs.sendMessage(request -> request.queueUrl(queues.url(name)).messageBody(body));
  }

  private void send(Queues queues, String body, String group) {
    sqs.sendMessage(request ->
        request
            .queueUrl(queues.url(name))
            .messageBody(body)
            .messageGroupId(group)
            .messageDeduplicationId(body));
  }

  private static Queues.Counts counts(Queues queues) {
    return queues.counts().stream()
        .filter(counts -> counts.name().equals("Main"))
        .findFirst()
        .orElseThrow();
  }

  private static int left(Queues queues) {
    return counts(queues).visible() + counts(queues).inFlight();
  }

  private List<String> bodies() {
    return function.events().stream()
        .flatMap(event -> event.path("Records").valueStream())
        .map(message -> message.path("body").asText())
        .toList();
  }

  private static String failing(String event, String body) {
    return FakeFunction.parse(event)
        .path("Records")
        .valueStream()
        .filter(message -> message.path("body").asText().equals(body))
        .map(message -> "{\"itemIdentifier\":\"" + message.path("messageId").asText() + "\"}")
        .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
  }
}
