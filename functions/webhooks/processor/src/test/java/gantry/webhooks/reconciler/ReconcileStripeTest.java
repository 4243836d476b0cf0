package gantry.webhooks.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.FakeContext;
import gantry.webhooks.Api;
import gantry.webhooks.FakeLemonSqueezy;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.subscriptions.SubscriptionBody;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcileStripeTest {
  private static final int HOUR = 3_600;
  private static final FakeStripe stripe = new FakeStripe();
  private static final FakeLemonSqueezy lemonSqueezy = new FakeLemonSqueezy();
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "stripe.base-url", stripe.url(),
          "test.stripe-api-key", FakeStripe.KEY,
          "lemonsqueezy.base-url", lemonSqueezy.url());
  private static final TestProcessor processor = TestProcessor.start(SETTINGS);

  private static int events;

  private final long now = Instant.now().getEpochSecond();

  @BeforeEach
  void forget() {
    processor.forget();
    stripe.forget();
    lemonSqueezy.forget();
  }

  @AfterAll
  static void stop() {
    processor.close();
    stripe.close();
    lemonSqueezy.close();
  }

  @Test
  void aWebhookThatNeverCameIsMadeUpFor() {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("1", "canceled"));

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 1);

    assertThat(reason()).isEqualTo("EXPIRED");
    assertThat(
            processor.value(
                "SELECT count(*) FROM audit.events a JOIN webhooks.events e ON"
                    + " CAST(a.details AS jsonb) ->> 'event' = CAST(e.id AS text)"
                    + " WHERE a.action = 'drift-healed' AND e.provider = 'stripe'"))
        .isEqualTo(1L);
    assertThat(tell(now - 2 * HOUR, subscription("1", "canceled"))).isEqualTo("STALE");
    assertThat(
            processor.value(
                "SELECT count(*) FROM outbox.events WHERE type = 'subscription.expired'"))
        .isEqualTo(1L);
  }

  @Test
  void whatChangesAfterTheAnswerCountsMore() {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("1", "past_due"));
    run();

    assertThat(tell(Instant.now().getEpochSecond(), subscription("1", "canceled")))
        .isEqualTo("APPLIED");

    assertThat(reason()).isEqualTo("EXPIRED");
  }

  @Test
  void whatIsAsStripeSaysStaysAndIsAskedAboutLessOften() {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("1", "active"));

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 0);
    assertThat(run()).containsEntry("checked", 0);

    assertThat(processor.value("SELECT count(*) FROM webhooks.events")).isEqualTo(1L);
    assertThat(stripe.calls()).isEqualTo(1);
  }

  @Test
  void twoStatesOfOneSecondAreAskedAboutAtOnce() {
    tell(now - HOUR, subscription("1", "active"));
    tell(now - HOUR, subscription("1", "unpaid"));
    assertThat(reason()).isEqualTo("UNPAID");
    stripe.knows("1", subscription("1", "active"));

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 1);

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 503})
  void stripeThatDoesNotAnswerChangesNothing(int status) {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.answers(status);

    try (var other = processor.with(SETTINGS)) { // Its breaker breaks for nobody else.
      assertThat(run(other)).containsEntry("healed", 0).containsEntry("unknown", 1);
    }

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void whatStripeDoesNotKnowStaysAsItIs() {
    tell(now - 30 * HOUR, subscription("1", "active"));

    assertThat(run()).containsEntry("checked", 1).containsEntry("unknown", 0);

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void anAnswerAboutAnotherIsNone() {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("2", "canceled"));

    assertThat(run()).containsEntry("unknown", 1);

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void anAnswerOfTheOtherModeIsNone() {
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("1", "canceled").replace("true", "false"));

    assertThat(run()).containsEntry("unknown", 1);

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void withoutAKeyStripeIsNotAsked() {
    tell(now - 30 * HOUR, subscription("1", "active"));

    try (var keyless = processor.with(Map.of("stripe.base-url", stripe.url()))) {
      assertThat(run(keyless)).containsEntry("checked", 0);
    }

    assertThat(stripe.calls()).isZero();
  }

  @Test
  void aProviderThatIsDownHoldsUpNoOther() {
    for (var id = 1; id <= 5; id++) {
      var renewed = "\"renews_at\":\"" + Instant.ofEpochSecond(now - 3 * HOUR) + "\"";
      var body = SubscriptionBody.active("ls" + id).at("2026-01-01T00:00:00Z").with(renewed);
      processor.process(Webhooks.lemonSqueezy(body.json()));
    }
    lemonSqueezy.answers(500);
    tell(now - 30 * HOUR, subscription("1", "active"));
    stripe.knows("1", subscription("1", "canceled"));

    assertThat(run()).containsEntry("unknown", 5).containsEntry("healed", 1);
  }

  private String subscription(String id, String status) {
    return """
    {"object":"subscription","id":"%1$s","status":"%2$s","livemode":true,
     "metadata":{"user_id":"u-1"},"ended_at":%4$s,
     "items":{"data":[{"id":"si_1","price":{"id":"222"},"current_period_end":%3$d}]}}
    """
        .formatted(id, status, now - 3 * HOUR, status.equals("canceled") ? now - HOUR : "null");
  }

  private static String tell(long created, String object) {
    var delivery =
        Webhooks.stripe(
            """
            {"id":"evt_%d","type":"customer.subscription.updated","created":%d,"livemode":true,
             "data":{"object":%s}}
            """
                .formatted(++events, created, object));
    assertThat(processor.process(delivery)).isEmpty();
    return String.valueOf(processor.event(delivery).get("state"));
  }

  private static Map<String, Object> run() {
    return run(processor.context());
  }

  private static Map<String, Object> run(ApplicationContext context) {
    return new ReconcileSubscriptionsHandler(context).handleRequest(Map.of(), new FakeContext());
  }

  private static String reason() {
    return new Api(processor.context()).get("/v1/access/u-1", "service").text("/reason");
  }
}
