package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way of a webhook over HTTP: template, gateway, functions, queue, stores, stream. */
class WebhookFlowIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String SECRET = DevelopmentSecrets.webhookSecret("lemonsqueezy", "test");

  private static RunningCloud cloud;
  private static String admin;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    admin = cloud.bearer("admin");
  }

  @Test
  void aSignedOrderIsAppliedAndCanBeLookedAt() {
    var order = WebhookOrder.paid();

    var answer = order.deliver();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"received\":true}");
    var event = order.eventIn("APPLIED");
    assertThat(event.path("mode").asText()).isEqualTo("test");
    assertThat(event.path("type").asText()).isEqualTo("order_created");
    var body = cloud.get("/v1/webhook-events/" + id(event) + "/body", "authorization", admin);
    assertThat(body.response().body()).isEqualTo(order.body());
    var shown = cloud.get("/v1/webhook-events/" + id(event), "authorization", admin).json();
    assertThat(shown.path("timeline").findValuesAsText("event"))
        .containsExactly("received", "verified", "queued", "stored", "decided");
  }

  @Test
  void fiftyCopiesAtOnceAreOneEvent() throws Exception {
    var order = WebhookOrder.paid();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 50).mapToObj(_ -> threads.submit(() -> order.deliver())).toList();
      for (Future<RunningCloud.Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }

    Eventually.within(
        SOON, () -> assertThat(order.eventIn("APPLIED").path("duplicates").asInt()).isEqualTo(49));
    assertThat(order.events().size()).isEqualTo(1);
  }

  @Test
  void aReplayOfWhatIsAppliedChangesNothing() {
    var order = WebhookOrder.paid();
    order.deliver();
    var before = order.eventIn("APPLIED");

    var replay =
        cloud.post(
            "/v1/webhook-events/" + id(before) + "/replay",
            "{\"reason\":\"a test\"}",
            "authorization",
            admin,
            "content-type",
            "application/json");

    assertThat(replay.status()).isEqualTo(202);
    var later = WebhookOrder.paid();
    later.deliver();
    later.eventIn("APPLIED");
    assertThat(order.eventIn("APPLIED")).isEqualTo(before);
  }

  @Test
  void oneFlippedBitIsRefused() {
    var order = WebhookOrder.paid();
    var forged = order.body().clone();
    forged[20] ^= 1;

    var answer =
        cloud.send(
            "POST",
            "/v1/webhooks/lemonsqueezy",
            forged,
            "x-signature",
            WebhookOrder.sign(order.body()));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asText()).isEqualTo("signature-mismatch");
  }

  @Test
  void onlyOperatorsLookAtEvents() {
    var list = "/v1/webhook-events";

    assertThat(cloud.get(list).status()).isEqualTo(401);
    assertThat(cloud.get(list, "authorization", "Bearer x.y.z").status()).isEqualTo(403);
    assertThat(cloud.get(list, "authorization", cloud.bearer("user")).status()).isEqualTo(403);
    assertThat(cloud.get(list, "authorization", admin).status()).isEqualTo(200);
    assertThat(cloud.get("/v1/nowhere").text()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void oneRequestIdLeadsFromTheEdgeToTheLastLogLine() {
    var order = WebhookOrder.paid();
    var requestId = "trace-" + UUID.randomUUID();

    var answer = order.deliver("x-request-id", requestId);

    assertThat(answer.header("x-request-id")).isEqualTo(requestId);
    order.eventIn("APPLIED");
    Eventually.within(
        SOON,
        () ->
            assertThat(cloud.output().lines().filter(line -> line.contains(requestId)))
                .anyMatch(line -> line.contains("ReceiveWebhook"))
                .anyMatch(line -> line.contains("ProcessWebhook")));
    assertThat(cloud.output())
        .doesNotContain(SECRET)
        .doesNotContain(WebhookOrder.sign(order.body()));
  }

  @Test
  void noLogLineHoldsASecretATokenOrABody() {
    var order = WebhookOrder.paid();
    order.deliver();
    var reason = "reason-" + UUID.randomUUID();
    var path = "/v1/webhook-events/" + id(order.eventIn("APPLIED")) + "/replay";
    var body = "{\"reason\":\"" + reason + "\"}";

    var answer = cloud.post(path, body, "authorization", admin, "content-type", "application/json");
    cloud.post(path, "{" + body, "authorization", admin, "content-type", "application/json");
    cloud.get("/v1/webhook-events", "authorization", admin.substring(0, admin.length() - 3));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(cloud.output())
        .contains("ProcessWebhook")
        .doesNotContain(DevelopmentSecrets.all().get("JWT_SECRET"))
        .doesNotContain(SECRET)
        .doesNotContain(WebhookOrder.sign(order.body()))
        .doesNotContain(admin.substring("Bearer ".length()))
        .doesNotContain(reason);
    // The greeting has a body in its curl line; functions' lines begin with their names.
    assertThat(cloud.output().lines().filter(line -> line.startsWith("[")))
        .noneMatch(line -> line.contains("refunded_amount"));
  }

  @Test
  void theSameReplayUnderOneKeyIsOne() {
    var order = WebhookOrder.paid();
    order.deliver();
    var path = "/v1/webhook-events/" + id(order.eventIn("APPLIED")) + "/replay";
    var key = UUID.randomUUID().toString();

    var first = replay(path, key);
    var second = replay(path, key);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("idempotency-replayed")).isEqualTo("true");
    assertThat(second.header("content-security-policy")).contains("default-src 'none'");
    var audit =
        cloud.get(
            "/v1/audit-events?objectType=webhook-replay&object="
                + first.json().path("replayId").asText(),
            "authorization",
            admin);
    assertThat(audit.json().path("items").findValuesAsText("action"))
        .containsExactlyInAnyOrder("replay.queued", "replay.ordered");
    var verification = cloud.get("/v1/audit-events/verification", "authorization", admin);
    assertThat(verification.json().path("intact").asBoolean()).isTrue();
  }

  private static RunningCloud.Answer replay(String path, String key) {
    return cloud.post(
        path,
        "{\"reason\":\"a test\"}",
        "authorization",
        admin,
        "content-type",
        "application/json",
        "idempotency-key",
        key);
  }

  private static String id(JsonNode event) {
    return event.path("id").asText();
  }
}
