package gantry.operations.health;

import static gantry.operations.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import gantry.operations.Api;
import gantry.operations.TestModule;
import gantry.operations.TestModule.TestSecrets;
import gantry.redis.Redis;
import gantry.testing.ApiEvent;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import gantry.testing.SqsServer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

class HealthTest {
  private static final String SECRETS = "WEBHOOK_SECRETS";
  private static final String BOTH =
      """
      {"stripe":[{"secret":"s-1","mode":"live","until":"2026-11-21T12:05:00Z"}],\
      "github":[{"secret":"","mode":"live"},{"secret":"s-2","mode":"test"}]}\
      """;

  private static FaultProxy database;
  private static FaultProxy redis;
  private static SqsClient sqs;
  private static TestModule module;
  private static Api api;
  private static String inbox;
  private static String dead;

  @BeforeAll
  static void start() {
    var server = PostgresServer.shared();
    database = FaultProxy.to(server.port());
    redis = FaultProxy.to(RedisServer.shared().port());
    sqs = SqsServer.shared().client();
    inbox = queue("inbox");
    dead = queue("dead");
    module =
        new TestModule(
            url -> url.replace(":" + server.port(), ":" + database.port()),
            Map.of(
                "test.sqs",
                "real",
                "health.queues",
                "inbox=" + inbox,
                "health.dead-letter-queues",
                "inbox=" + dead,
                "health.webhook-providers",
                "stripe, github",
                "redis.url",
                "redis://127.0.0.1:" + redis.port(),
                "rate-limit.instances",
                1));
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
    database.close();
    redis.close();
    sqs.close();
  }

  @BeforeEach
  void allIsWell() {
    database.heal();
    redis.heal();
    Eventually.within(
        Duration.ofSeconds(20),
        () -> assertThat(module.bean(Redis.class).health()).isEqualTo(gantry.redis.Health.HEALTHY));
    secrets(BOTH);
    module.bean(MutableClock.class).advance(Duration.ofSeconds(6));
  }

  @AfterEach
  void emptyQueues() {
    sqs.purgeQueue(request -> request.queueUrl(dead));
    sqs.purgeQueue(request -> request.queueUrl(inbox));
  }

  @Test
  void strangersSeeNamesAndNothingMore() {
    var answer = api.call(ApiEvent.get("/v1/health"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("HEALTHY");
    assertThat(components(answer).keySet())
        .containsExactly(
            "database", "dead-letters", "drift", "outbox", "queues", "redis", "webhook-secrets");
    assertThat(json(answer).path("components"))
        .allSatisfy(component -> assertThat(component.size()).isEqualTo(2));
  }

  @Test
  void versionTwoTellsLivenessFromReadiness() {
    secrets("{}");

    var answer = api.call(ApiEvent.get("/v2/health"));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(json(answer).path("live").asBoolean()).isTrue();
    assertThat(json(answer).path("ready").asBoolean(true)).isFalse();
    assertThat(api.call(ApiEvent.get("/v1/health/live")).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "no JSON",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}]}",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}],\"github\":[]}",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}],\"github\":[{\"secret\":\"\",\"mode\":\"live\"}]}",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}],\"github\":[{\"secret\":\"s\",\"mode\":\"live\",\"until\":\"2026-11-21T11:59:59Z\"}]}",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}],\"github\":[{\"secret\":\"s\"}]}",
        "{\"stripe\":[{\"secret\":\"s\",\"mode\":\"live\"}],\"github\":[{\"secret\":\"s\",\"mode\":\"live\",\"untill\":\"\"}]}"
      })
  void withoutASecretForEachProviderItIsNotReady(String document) {
    secrets(document);

    var answer = api.call(ApiEvent.get("/v1/health"));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(components(answer)).containsEntry("webhook-secrets", "UNHEALTHY");
  }

  @Test
  void operatorsSeeWhichProviderHasNone() {
    secrets("{\"stripe\":[{\"secret\":\"hidden\",\"mode\":\"live\"}]}");

    var answer = deep();

    assertThat(part(answer, "webhook-secrets").at("/details/missing/0").asText())
        .isEqualTo("github");
    assertThat(answer.getBody()).doesNotContain("hidden");
  }

  @Test
  void aDeadLetterDegrades() {
    send(dead);

    var answer = deep();

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("DEGRADED");
    assertThat(part(answer, "dead-letters").at("/details/inbox").asInt()).isEqualTo(1);
  }

  @Test
  void redisMayBeAway() {
    redis.inject(Fault.refuse());

    var answer = deep();

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("DEGRADED");
    assertThat(part(answer, "redis").path("status").asText()).isEqualTo("UNHEALTHY");
  }

  @Test
  void queuesTellWhatWaitsWhatIsTakenAndWhatIsHeldBack() {
    send(inbox);
    send(inbox);
    sqs.receiveMessage(request -> request.queueUrl(inbox).maxNumberOfMessages(1));

    var counts = part(deep(), "queues").at("/details/inbox");

    assertThat(counts.path("waiting").asInt()).isEqualTo(1);
    assertThat(counts.path("inFlight").asInt()).isEqualTo(1);
    assertThat(counts.path("delayed").asInt(-1)).isZero();
  }

  @Test
  void factsThatWaitTooLongDegrade() {
    module.execute(
        """
        INSERT INTO outbox.events
          (id, stream, aggregate_type, aggregate, sequence, type, payload, occurred_at)
        VALUES (gen_random_uuid(), 's', 't', 'a', 1, 'x', '{}', now() - interval '3 minutes')
        """);

    var answer = deep();

    assertThat(part(answer, "outbox").path("status").asText()).isEqualTo("DEGRADED");
    assertThat(part(answer, "outbox").at("/details/lagSeconds").asDouble()).isGreaterThan(179);
    module.execute("DELETE FROM outbox.events");
  }

  @Test
  void withoutTheDatabaseItIsUnhealthyAndAlive() {
    database.inject(new Fault.BlackHole());

    var answer = api.call(ApiEvent.get("/v1/health"));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(components(answer))
        .containsEntry("database", "UNHEALTHY")
        .containsEntry("queues", "HEALTHY");
    assertThat(api.call(ApiEvent.get("/v1/health/live")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void manyStrangersCauseOneCheck() {
    api.call(ApiEvent.get("/v1/health"));
    secrets("{}");

    assertThat(api.call(ApiEvent.get("/v1/health")).getStatusCode()).isEqualTo(200);
    module.bean(MutableClock.class).advance(Duration.ofSeconds(5));
    assertThat(api.call(ApiEvent.get("/v1/health")).getStatusCode()).isEqualTo(503);
  }

  @Test
  void theDeepCheckIsForOperators() {
    assertThat(api.call(ApiEvent.post("/v1/health")).getStatusCode()).isEqualTo(401);
    assertThat(api.call(ApiEvent.post("/v1/health").authorizer(caller("user"))).getStatusCode())
        .isEqualTo(403);
    var database = part(deep(), "database");
    assertThat(database.at("/details/role").asText()).isEqualTo("primary");
    assertThat(database.path("required").asBoolean()).isTrue();
    assertThat(database.path("latencyMs").isIntegralNumber()).isTrue();
  }

  @Test
  void oneOperatorMayAskTwelveTimesAMinute() {
    var operator =
        ApiEvent.post("/v1/health").authorizer(Api.caller("admin", "busy-" + UUID.randomUUID()));

    for (var i = 0; i < 12; i++) {
      assertThat(api.call(operator).getStatusCode()).isEqualTo(200);
    }

    Eventually.within( // while each five seconds one more is let through
        Duration.ofMinutes(1),
        () -> {
          var answer = api.call(operator);
          assertThat(answer.getStatusCode()).isEqualTo(429);
          assertThat(json(answer).path("type").asText()).isEqualTo("too-many-requests");
          assertThat(answer.getHeaders()).containsKey("Retry-After");
        });
  }

  /** Aurora's replicas read its storage, and a server of one's own may have none. */
  @Test
  void aLagThatNobodyKnowsIsNotZero() {
    assertThat(part(deep(), "database").path("details").has("replicaLagSeconds")).isFalse();
  }

  private static String queue(String name) {
    var run = UUID.randomUUID().toString().substring(0, 8);
    return sqs.createQueue(request ->
            request
                .queueName("health-" + name + "-" + run + ".fifo")
                .attributesWithStrings(Map.of("FifoQueue", "true")))
        .queueUrl();
  }

  private static void send(String queue) {
    sqs.sendMessage(request ->
        request
            .queueUrl(queue)
            .messageBody("{}")
            .messageGroupId(UUID.randomUUID().toString())
            .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  private static void secrets(String document) {
    module.bean(TestSecrets.class).values().put(SECRETS, document);
  }

  private static APIGatewayV2HTTPResponse deep() {
    return api.call(ApiEvent.post("/v1/health").authorizer(caller("admin")));
  }

  /** Somebody else each time: the deep check is limited by operator. */
  private static Map<String, Object> caller(String role) {
    return Api.caller(role, UUID.randomUUID().toString());
  }

  private static Map<String, String> components(APIGatewayV2HTTPResponse answer) {
    var components = new TreeMap<String, String>();
    json(answer)
        .path("components")
        .forEach(part -> components.put(part.path("name").asText(), part.path("status").asText()));
    return components;
  }

  private static JsonNode part(APIGatewayV2HTTPResponse answer, String name) {
    for (var part : json(answer).path("components")) {
      if (part.path("name").asText().equals(name)) {
        return part;
      }
    }
    throw new AssertionError(answer.getBody());
  }
}
