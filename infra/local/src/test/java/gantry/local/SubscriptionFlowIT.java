package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.local.server.Servers;
import gantry.testing.Eventually;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a customer buys, over HTTP: from the signed webhook to what a user may do. */
class SubscriptionFlowIT {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String PRO = "\"variant_id\":222,\"renews_at\":\"2999-01-01T00:00:00Z\"";

  private static RunningCloud cloud;
  private static String service;
  private static String admin;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    service = cloud.bearer("service");
    admin = cloud.bearer("admin");
    awaitFunction("/v1/access/nobody");
    awaitFunction("/v1/subscriptions");
  }

  /** On a machine that is busy otherwise, a first start may take longer than its caller waits. */
  private static void awaitFunction(String path) {
    Eventually.within(
        SOON, () -> assertThat(cloud.get(path, "authorization", admin).status()).isEqualTo(200));
  }

  @Test
  void aSubscriptionGivesItsUserAPlanAndItsUnitsUntilItEnds() {
    lemonSqueezy("s1", "active", "2026-11-01T10:00:00", PRO);
    assertReason("u-s1", "ACTIVE");
    assertThat(use("u-s1", 499, "c1").path("allowed").asBoolean()).isTrue();
    assertThat(use("u-s1", 2, "c2").path("allowed").asBoolean()).isFalse();
    var access = cloud.get("/v2/access/u-s1", "authorization", service).json();
    assertThat(access.at("/plan/name").asText()).isEqualTo("PRO");
    assertThat(access.at("/meters/0/remaining").asInt()).isEqualTo(1);
    var rolledBack = post("/v1/usage/u-s1/units/c1/rollback", "{}", service);
    assertThat(rolledBack.status()).as(rolledBack.text()).isEqualTo(200);

    lemonSqueezy("s1", "expired", "2026-11-02T10:00:00", PRO);

    assertReason("u-s1", "EXPIRED");
    assertThat(access("u-s1").at("/usage/units/limit").asInt()).isEqualTo(5);
    var shown = cloud.get("/v1/subscriptions/s1", "authorization", admin).json();
    assertThat(shown.path("status").asText()).isEqualTo("expired");
    assertThat(shown.path("events")).hasSize(2);
  }

  @Test
  void aRefundThatOvertakesItsSubscriptionWaitsAndEndsTheAccess() {
    send("lemonsqueezy", "x-signature", invoice("i2", "s2", "refunded"));
    lemonSqueezy("s2", "active", "2026-11-01T10:00:00", PRO);

    assertReason("u-s2", "REFUNDED");
    var shown = cloud.get("/v1/subscriptions/s2", "authorization", admin);
    assertThat(shown.json().at("/invoices/0/refunded").asInt()).as(shown.text()).isEqualTo(1990);
    var found = cloud.get("/v1/subscriptions?user=u-s2", "authorization", admin).json();
    assertThat(found.path("items")).hasSize(1);
  }

  @Test
  void stripesSubscriptionsCountTheSame() {
    var body =
        """
        {"id":"evt_1","type":"customer.subscription.updated","created":1793000000,"livemode":true,
         "data":{"object":{"object":"subscription","id":"sub_1","status":"active",
           "metadata":{"user_id":"u-sub_1"},
           "items":{"data":[{"id":"si_1","price":{"id":"111"},"current_period_end":32472144000}]}}}}
        """;

    send("stripe", "stripe-signature", body);

    assertReason("u-sub_1", "ACTIVE");
    assertThat(access("u-sub_1").path("plan").asText()).isEqualTo("STARTER");
  }

  @Test
  void whatNoWebhookToldTheReconcilerFindsOut() {
    lemonSqueezy(
        "900125",
        "active",
        "2026-08-01T10:00:00",
        "\"variant_id\":222,\"renews_at\":\"2026-09-01T10:00:00Z\"");

    // The schedule may have been quicker than this.
    assertThat(run("ReconcileSubscriptions").has("healed")).isTrue();

    Eventually.within(
        SOON,
        () -> {
          run("ReconcileSubscriptions");
          assertThat(access("u-900125").path("reason").asText()).isEqualTo("EXPIRED");
        });
    var audit =
        cloud.get(
            "/v1/audit-events?objectType=subscription&object=lemonsqueezy/live/900125",
            "authorization",
            admin);
    assertThat(audit.json().path("items").findValuesAsText("action"))
        .containsExactly("drift-healed");
  }

  @Test
  void anOperatorsGrantCountsAtOnceAndCanBeTakenBack() {
    var body = "{\"plan\":\"STARTER\",\"reason\":\"made good\"}";

    var given = post("/v1/users/u-9/grants", body, admin);

    assertThat(given.status()).as(given.text()).isEqualTo(201);
    assertThat(access("u-9").path("reason").asText()).isEqualTo("GRANT");
    assertThat(post("/v1/users/u-9/grants", body, service).status()).isEqualTo(403);
    var path = "/v1/users/u-9/grants/" + given.json().path("grantId").asText();
    assertThat(cloud.send("DELETE", path, new byte[0], "authorization", admin).status())
        .isEqualTo(204);
    assertThat(access("u-9").path("reason").asText()).isEqualTo("NONE");
  }

  @Test
  void aClosedDayOfAPlanThatIsBilledByUseIsReported() throws SQLException {
    var yesterday = Instant.now().minus(Duration.ofDays(2)).toString().substring(0, 19);
    var item = "\"variant_id\":333,\"first_subscription_item\":{\"id\":300456}";
    lemonSqueezy("s3", "active", yesterday, item);
    assertReason("u-s3", "ACTIVE");
    assertThat(use("u-s3", 7, "c3").path("allowed").asBoolean()).isTrue();
    execute(
        """
        UPDATE webhooks.consumptions
        SET resets_at = date_trunc('day', now())
        WHERE user_id = 'u-s3'
        """);

    run("ReportUsage");

    // The schedule itself may be sending it at this moment.
    Eventually.within(
        SOON,
        () ->
            execute(
                """
                UPDATE webhooks.usage_reports
                SET changed_at = now()
                WHERE user_id = 'u-s3' AND state = 'SENT' AND quantity = 7
                """));
    assertThat(run("ReportUsage").path("reported").asInt()).isZero();
  }

  @Test
  void aRebuildEndsInWhatThereWas() {
    lemonSqueezy("s4", "active", "2026-11-01T10:00:00", PRO);
    assertReason("u-s4", "ACTIVE");
    var before = cloud.get("/v1/subscriptions/s4", "authorization", admin).json();

    var answer = post("/v1/subscriptions/rebuild", "{\"reason\":\"a test\"}", admin);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("rebuilt").asInt()).isPositive();
    assertThat(cloud.get("/v1/subscriptions/s4", "authorization", admin).json()).isEqualTo(before);
  }

  private static void assertReason(String user, String reason) {
    Eventually.within(
        SOON, () -> assertThat(access(user).path("reason").asText()).isEqualTo(reason));
  }

  private static JsonNode access(String user) {
    return cloud.get("/v1/access/" + user, "authorization", service).json();
  }

  private static JsonNode use(String user, int amount, String id) {
    var body = "{\"amount\":%d,\"consumptionId\":\"%s\"}".formatted(amount, id);
    var answer = post("/v1/usage/" + user + "/units", body, service);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode run(String schedule) {
    var answer = cloud.post("/_local/schedules/" + schedule, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("result");
  }

  private static RunningCloud.Answer post(String path, String body, String token) {
    return cloud.post(path, body, "authorization", token, "content-type", "application/json");
  }

  private static void execute(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + cloud.postgresPort() + "/" + Servers.DATABASE,
                Servers.DATABASE_USER,
                Servers.DATABASE_PASSWORD);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private static void lemonSqueezy(String id, String status, String at, String more) {
    var body =
        """
        {"meta":{"event_name":"subscription_updated","test_mode":false,
          "custom_data":{"user_id":"u-%1$s"}},
         "data":{"type":"subscriptions","id":"%1$s","attributes":{
           "status":"%2$s","updated_at":"%3$s.000000Z",%4$s}}}
        """
            .formatted(id, status, at, more);
    send("lemonsqueezy", "x-signature", body);
  }

  private static String invoice(String id, String subscription, String status) {
    return """
    {"meta":{"event_name":"subscription_payment_refunded","test_mode":false},
     "data":{"type":"subscription-invoices","id":"%s","attributes":{"subscription_id":"%s",
       "billing_reason":"initial","status":"%s","currency":"EUR","total":1990,
       "refunded_amount":1990,"created_at":"2026-11-01T10:00:00.000000Z",
       "updated_at":"2026-11-02T10:00:00.000000Z"}}}
    """
        .formatted(id, subscription, status);
  }

  private static void send(String provider, String header, String body) {
    var secret = DevelopmentSecrets.webhookSecret(provider, "live");
    var signature = provider.equals("stripe") ? stripe(secret, body) : hmac(secret, body);
    var path = "/v1/webhooks/" + provider;
    // Providers send again, too.
    Eventually.within(
        SOON,
        () -> {
          var answer = cloud.send("POST", path, body.getBytes(UTF_8), header, signature);
          assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        });
  }

  private static String stripe(String secret, String body) {
    var time = Instant.now().getEpochSecond();
    return "t=" + time + ",v1=" + hmac(secret, time + "." + body);
  }

  private static String hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
