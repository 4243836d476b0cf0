package gantry.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.Eventually;
import gantry.testing.FakeContext;
import gantry.testing.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** From what is measured, or what CloudWatch says, to what is told and listed. */
class AlertsTest {
  private static final String DEAD_LETTERS = "WebhookInboxDeadLetters";
  private static final Map<String, Object> MINUTE = Map.of();
  private static final Map<String, Object> HOUR = Map.of();
  private static final Duration DAY = Duration.ofDays(1);

  private static TestModule module;
  private static ApiFunction function;
  private static WatchAlertsHandler watch;

  @BeforeAll
  static void start() {
    module = new TestModule();
    function = new ApiFunction(module.context());
    watch = module.watch();
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  /** Nothing fires, and no rule cools down. */
  @BeforeEach
  void rest() {
    module.drain(module.dead);
    watch.execute(MINUTE);
    module.drain(module.notices);
    module.clock().advance(DAY.plusSeconds(1));
  }

  @Test
  void aDeadLetterIsToldOnceAndSoIsItsRecovery() {
    module.deadLetter();
    watch.execute(MINUTE);
    watch.execute(MINUTE);

    assertThat(module.told(DEAD_LETTERS))
        .containsExactly("EMAIL FIRING", "PAGERDUTY FIRING", "SLACK FIRING");
    assertThat(newest().path("state").asText()).isEqualTo("FIRING");

    module.drain(module.dead);
    watch.execute(MINUTE);
    watch.execute(MINUTE);

    assertThat(module.told(DEAD_LETTERS))
        .containsExactly("EMAIL RECOVERED", "PAGERDUTY RECOVERED", "SLACK RECOVERED");
    assertThat(newest().path("state").asText()).isEqualTo("RECOVERED");
  }

  /** What cannot be counted is neither full nor empty, but that nobody can count it is an alarm. */
  @Test
  void aQueueThatDoesNotAnswerIsTold() {
    var attributes = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    module.deadLetter();
    watch.execute(MINUTE);
    module.drain(module.notices);

    module.clock().advance(Duration.ofMinutes(1));
    module.sqs.deleteQueue(delete -> delete.queueUrl(module.dead));
    watch.execute(MINUTE);

    assertThat(newest().path("rule").asText()).isEqualTo("QueuesAway");
    assertThat(newest().path("value").asInt()).isEqualTo(1);
    assertThat(module.told("QueuesAway"))
        .containsExactly("EMAIL FIRING", "PAGERDUTY FIRING", "SLACK FIRING");
    assertThat(list("state", "FIRING").path("items").size()).isEqualTo(2);

    var name = module.dead.substring(module.dead.lastIndexOf('/') + 1);
    module.sqs.createQueue(create -> create.queueName(name).attributes(attributes));
    watch.execute(MINUTE);
    assertThat(list("state", "FIRING").path("items").size()).isZero();
  }

  @Test
  void whatNobodyLooksAfterIsToldAgainAfterTheCoolDown() {
    module.deadLetter();
    watch.execute(MINUTE);
    module.drain(module.notices);

    module.clock().advance(Duration.ofMinutes(59));
    watch.execute(MINUTE);
    assertThat(module.told(DEAD_LETTERS)).isEmpty();

    module.clock().advance(Duration.ofMinutes(1));
    watch.execute(MINUTE);
    assertThat(module.told(DEAD_LETTERS)).hasSize(3);
  }

  @Test
  void whatFlapsIsToldOnceWithinTheCoolDown() {
    module.deadLetter();
    watch.execute(MINUTE);
    module.drain(module.dead);
    watch.execute(MINUTE);
    module.drain(module.notices);

    module.clock().advance(Duration.ofMinutes(10));
    module.deadLetter();
    watch.execute(MINUTE);
    module.drain(module.dead);
    watch.execute(MINUTE);

    assertThat(module.told(DEAD_LETTERS)).isEmpty();
  }

  @Test
  void whoAcknowledgesIsLeftInPeaceUntilTheRecovery() {
    module.deadLetter();
    watch.execute(MINUTE);
    module.drain(module.notices);

    var answer = acknowledge(newest().path("id").asText());

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(TestModule.json(answer.getBody()).path("acknowledgedBy").asText())
        .isEqualTo("operator-1");
    assertThat(module.audited("alert.acknowledged"))
        .allSatisfy(
            event -> assertThat(event.beforeHash()).isNotNull().isNotEqualTo(event.afterHash()))
        .isNotEmpty();
    module.clock().advance(DAY);
    watch.execute(MINUTE);
    assertThat(module.told(DEAD_LETTERS)).isEmpty();
    module.drain(module.dead);
    watch.execute(MINUTE);
    assertThat(module.told(DEAD_LETTERS)).hasSize(3);
    assertThat(acknowledge(newest().path("id").asText()).getStatusCode()).isEqualTo(409);
  }

  @Test
  void whoRewritesTheAuditIsTold() {
    var audit = new WatchAuditHandler(module.context());
    module
        .context()
        .getBean(Audit.class)
        .append(
            AuditEvent.of(
                new Actor("t-1", "anna"), "door.opened", new AuditedObject("door", "7"), Map.of()));
    assertThat(audit.execute(HOUR)).isZero();

    module.tamper("UPDATE audit.events SET actor = 'bob' WHERE object = '7'");
    assertThat(audit.execute(HOUR)).isEqualTo(1);
    watch.execute(MINUTE);
    assertThat(module.told("AuditBreak"))
        .containsExactly("EMAIL FIRING", "PAGERDUTY FIRING", "SLACK FIRING");

    module.tamper("UPDATE audit.events SET actor = 'anna' WHERE object = '7'");
    assertThat(audit.execute(HOUR)).isZero();
    watch.execute(MINUTE);
    assertThat(module.told("AuditBreak"))
        .containsExactly("EMAIL RECOVERED", "PAGERDUTY RECOVERED", "SLACK RECOVERED");
  }

  @Test
  void cloudWatchTellsWhatIsNotMeasuredHere() {
    watch.execute(alarm("gantry-PrecomputeRefused-1A2B3C", "ALARM"));
    assertThat(module.told("PrecomputeRefused")).containsExactly("SLACK FIRING");

    watch.execute(alarm("gantry-PrecomputeRefused-1A2B3C", "INSUFFICIENT_DATA"));
    assertThat(module.told("PrecomputeRefused")).isEmpty();

    watch.execute(alarm("gantry-PrecomputeRefused-1A2B3C", "OK"));
    assertThat(module.told("PrecomputeRefused")).containsExactly("SLACK RECOVERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gantry-WebhookInboxDeadLetters-1", "gantry-Unheard-1", "", "-"})
  void cloudWatchDecidesNothingElse(String alarm) {
    watch.execute(alarm(alarm, "ALARM"));

    assertThat(module.drain(module.notices)).isEmpty();
  }

  @Test
  void thatTheDatabaseIsAwayIsToldWithoutIt() {
    module.database.inject(Fault.refuse());
    assertThatThrownBy(() -> watch.execute(MINUTE)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> watch.execute(MINUTE)).isInstanceOf(RuntimeException.class);

    assertThat(module.told("DatabaseAway"))
        .containsExactly("EMAIL FIRING", "PAGERDUTY FIRING", "SLACK FIRING");

    module.database.heal();
    Eventually.within(
        Duration.ofSeconds(30),
        () -> {
          module.clock().advance(Duration.ofMinutes(1));
          watch.execute(MINUTE);
        });

    assertThat(module.told("DatabaseAway"))
        .containsExactly("EMAIL RECOVERED", "PAGERDUTY RECOVERED", "SLACK RECOVERED");
    assertThat(newest().path("rule").asText()).isEqualTo("DatabaseAway");
  }

  /** The process that told it has ended, and nothing was written down. */
  @Test
  void anotherProcessResolvesTheIncidentOnce() {
    var beans = module.context();
    var next =
        new DatabaseWatch(
            beans.getBean(NoticeQueue.class),
            beans.getBean(TrackAlerts.class),
            beans.getBean(Rules.class),
            module.clock());

    next.watch(() -> "there");
    next.watch(() -> "there");

    assertThat(module.told("DatabaseAway")).containsExactly("PAGERDUTY RECOVERED");
  }

  @Test
  void theListIsReadPageByPage() {
    for (var minute = 0; minute < 3; minute++) {
      module.deadLetter();
      watch.execute(MINUTE);
      module.drain(module.dead);
      watch.execute(MINUTE);
      module.clock().advance(Duration.ofMinutes(1));
    }

    var first = list("limit", "2");
    var second = list("limit", "2", "cursor", first.path("nextCursor").asText());

    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(second.at("/items/0/firedAt").asText())
        .isLessThan(first.at("/items/1/firedAt").asText());
    assertThat(list("state", "FIRING").path("items").size()).isZero();
    assertThat(call(ApiEvent.get("/v1/alerts").query("cursor", "x")).getStatusCode())
        .isEqualTo(400);
    assertThat(call(ApiEvent.get("/v1/alerts").query("state", "LOUD")).getStatusCode())
        .isEqualTo(400);
  }

  @Test
  void alertsAreForOperators() {
    assertThat(function.handleRequest(ApiEvent.get("/v1/alerts").event(), new FakeContext()))
        .returns(401, APIGatewayV2HTTPResponse::getStatusCode);
    assertThat(acknowledge(new UUID(0, 1).toString()).getStatusCode()).isEqualTo(404);
    assertThat(acknowledge("x").getStatusCode()).isEqualTo(400);
  }

  private static Map<String, Object> alarm(String name, String state) {
    return Map.of(
        "source", "aws.cloudwatch",
        "detail-type", "CloudWatch Alarm State Change",
        "detail", Map.of("alarmName", name, "state", Map.of("value", state)));
  }

  private static JsonNode newest() {
    return list("limit", "1").at("/items/0");
  }

  private static JsonNode list(String... query) {
    var event = ApiEvent.get("/v1/alerts");
    for (var i = 0; i < query.length; i += 2) {
      event = event.query(query[i], query[i + 1]);
    }
    var answer = call(event);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    return TestModule.json(answer.getBody());
  }

  private static APIGatewayV2HTTPResponse acknowledge(String id) {
    return call(ApiEvent.post("/v1/alerts/" + id + "/acknowledge"));
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    var exp = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();
    var caller =
        Map.<String, Object>of("sub", "operator-1", "tenant", "t-1", "roles", "admin", "exp", exp);
    return function.handleRequest(event.authorizer(caller).event(), new FakeContext());
  }
}
