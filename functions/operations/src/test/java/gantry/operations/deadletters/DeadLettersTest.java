package gantry.operations.deadletters;

import static gantry.operations.Api.caller;
import static gantry.operations.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import gantry.operations.Api;
import gantry.operations.TestModule;
import gantry.testing.ApiEvent;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class DeadLettersTest {
  private static final String REASON = "\"reason\":\"The cause is mended\"";

  private static FaultProxy database;
  private static SqsClient sqs;
  private static TestModule module;
  private static Api api;
  private static String work;
  private static String dead;
  private static String inbox;
  private static String schedule;

  @BeforeAll
  static void start() {
    var server = PostgresServer.shared();
    database = FaultProxy.to(server.port());
    sqs = SqsServer.shared().client();
    work = queue("work");
    dead = queue("dead");
    inbox = queue("inbox");
    schedule = queue("schedule");
    module =
        new TestModule(
            url -> url.replace(":" + server.port(), ":" + database.port()),
            Map.of(
                "test.sqs",
                "real",
                "rate-limit.instances",
                1,
                "health.queues",
                "jobs=" + work + ",webhook-inbox=" + work,
                "health.dead-letter-queues",
                "jobs=" + dead + ",webhook-inbox=" + inbox + ",schedule=" + schedule));
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
    database.close();
    sqs.close();
  }

  @BeforeEach
  void empty() {
    database.heal();
    List.of(work, dead, inbox, schedule).forEach(url -> sqs.purgeQueue(q -> q.queueUrl(url)));
  }

  @Test
  void everyQueueIsListedWithWhatLiesThere() {
    letter(dead, "g", "{}");

    var items = json(api.asOperator(ApiEvent.get("/v1/dead-letters"))).path("items");

    assertThat(items.findValuesAsText("queue"))
        .containsExactly("jobs", "schedule", "webhook-inbox");
    assertThat(items.findValuesAsText("waiting")).containsExactly("1", "0", "0");
    assertThat(items.findValuesAsText("requeueable")).containsExactly("true", "false", "false");
  }

  @Test
  void whoLooksAtLettersLeavesThemThere() {
    letter(dead, "a", "{\"n\":1}");
    letter(dead, "a", "{\"n\":2}");
    letter(dead, "b", "x".repeat(5000));

    var first = letters("jobs");
    var again = letters("jobs");

    assertThat(again.findValuesAsText("id"))
        .containsExactlyInAnyOrderElementsOf(first.findValuesAsText("id"));
    assertThat(again).hasSize(3);
    assertThat(again.findValuesAsText("group")).containsExactlyInAnyOrder("a", "a", "b");
    assertThat(again)
        .anySatisfy(long_ -> {
          assertThat(long_.path("cut").asBoolean()).isTrue();
          assertThat(long_.path("body").asText()).hasSize(4000);
        });
  }

  @Test
  void lettersGoBackToTheirQueueInTheirGroupsAndOrder() {
    for (var n = 0; n < 12; n++) {
      letter(dead, n % 2 == 0 ? "even" : "odd", String.valueOf(n));
    }

    var answer = post("/v1/dead-letters/jobs/requeue", "{" + REASON + "}");

    assertThat(json(answer).path("settled").asInt()).isEqualTo(12);
    var moved = drain(work);
    assertThat(bodies(moved, "even")).containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(bodies(moved, "odd")).containsExactly("1", "3", "5", "7", "9", "11");
    assertThat(letters("jobs")).isEmpty();
  }

  @Test
  void onlyTheNamedOnesMoveAndTheAuditKnowsWhoWantedIt() {
    var wanted = letter(dead, "a", "wanted");
    letter(dead, "a", "behind it");

    var body = "{\"ids\":[\"" + wanted + "\"]," + REASON + "}";
    var answer = post("/v1/dead-letters/jobs/requeue", body);

    assertThat(json(answer).path("settled").asInt()).isEqualTo(1);
    assertThat(bodies(drain(work), "a")).containsExactly("wanted");
    assertThat(letters("jobs").findValuesAsText("body")).containsExactly("behind it");
    assertThat(
            module.query("SELECT details FROM audit.events WHERE details LIKE '%" + wanted + "%'"))
        .singleElement()
        .asString()
        .contains("The cause is mended");
    assertThat(
            module.query(
                "SELECT details FROM audit.events WHERE action = 'dead-letters.requeue-settled'"
                    + " AND before_hash <> after_hash"))
        .contains("{\"settled\":\"1\"}");
  }

  @Test
  void aLetterIsThrownAwayByItsId() {
    var id = letter(schedule, "a", "failed");
    letter(schedule, "b", "other");

    var body = "{\"ids\":[\"" + id + "\"]," + REASON + "}";
    var answer = post("/v1/dead-letters/schedule/discard", body);

    assertThat(json(answer).path("settled").asInt()).isEqualTo(1);
    assertThat(letters("schedule").findValuesAsText("body")).containsExactly("other");
  }

  /** A webhook is replayed from its event; what a schedule left is no work. */
  @ParameterizedTest
  @ValueSource(strings = {"webhook-inbox", "schedule"})
  void whatNothingWouldReadAgainStays(String queue) {
    letter(inbox, "a", "{}");
    letter(schedule, "a", "{}");

    var answer = post("/v1/dead-letters/" + queue + "/requeue", "{" + REASON + "}");

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(answer.getBody()).contains("dead-letters-without-source");
    assertThat(letters(queue)).hasSize(1);
    assertThat(drain(work)).isEmpty();
  }

  @Test
  void nothingMovesWithoutTheAudit() {
    letter(dead, "a", "{}");
    database.inject(Fault.refuse());

    var answer = post("/v1/dead-letters/jobs/requeue", "{" + REASON + "}");

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(letters("jobs")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"\"}",
        "{\"reason\":\"why\",\"ids\":[\"a b\"]}",
        "{\"reason\":\"why\",\"ids\":[null]}",
        "{\"reason\":\"why\",\"everything\":true}"
      })
  void anOrderSaysWhy(String body) {
    assertThat(post("/v1/dead-letters/jobs/requeue", body).getStatusCode()).isEqualTo(422);
  }

  @Test
  void nobodyThrowsAwayWhatHeDidNotName() {
    letter(dead, "a", "{}");

    assertThat(post("/v1/dead-letters/jobs/discard", "{" + REASON + "}").getStatusCode())
        .isEqualTo(422);
    assertThat(letters("jobs")).hasSize(1);
  }

  @Test
  void itIsForOperatorsAndForQueuesThatAreThere() {
    assertThat(
            api.call(ApiEvent.get("/v1/dead-letters").authorizer(caller("user"))).getStatusCode())
        .isEqualTo(403);
    var unknown = api.asOperator(ApiEvent.get("/v1/dead-letters/none"));
    assertThat(unknown.getStatusCode()).isEqualTo(404);
    assertThat(unknown.getBody()).contains("dead-letter-queue-not-found");
  }

  private static String queue(String name) {
    var run = UUID.randomUUID().toString().substring(0, 8);
    return sqs.createQueue(request ->
            request
                .queueName("letters-" + name + "-" + run + ".fifo")
                .attributesWithStrings(Map.of("FifoQueue", "true")))
        .queueUrl();
  }

  private static String letter(String queue, String group, String body) {
    return sqs.sendMessage(request ->
            request
                .queueUrl(queue)
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(UUID.randomUUID().toString()))
        .messageId();
  }

  private static List<Message> drain(String queue) {
    var all = new java.util.ArrayList<Message>();
    List<Message> some;
    do {
      some =
          sqs.receiveMessage(request ->
                  request
                      .queueUrl(queue)
                      .maxNumberOfMessages(10)
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      some.forEach(message ->
          sqs.deleteMessage(
              request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private static List<String> bodies(List<Message> messages, String group) {
    return messages.stream()
        .filter(message ->
            group.equals(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)))
        .map(Message::body)
        .toList();
  }

  private static JsonNode letters(String queue) {
    return json(api.asOperator(ApiEvent.get("/v1/dead-letters/" + queue))).path("items");
  }

  private static APIGatewayV2HTTPResponse post(String path, String body) {
    return api.asOperator(ApiEvent.post(path).body(body));
  }
}
