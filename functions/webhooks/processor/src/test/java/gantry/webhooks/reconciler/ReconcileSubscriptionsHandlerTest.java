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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcileSubscriptionsHandlerTest {
  private final SubscriptionBody active =
      SubscriptionBody.active("1").at(ago(30 * 24)).with("\"renews_at\":\"" + ago(3) + "\"");

  private static final FakeLemonSqueezy provider = new FakeLemonSqueezy();
  private static final TestProcessor processor =
      TestProcessor.start(Map.of("lemonsqueezy.base-url", provider.url()));

  @BeforeEach
  void forget() {
    processor.forget();
    provider.forget();
  }

  @AfterAll
  static void stop() {
    processor.close();
    provider.close();
  }

  @Test
  void aWebhookThatNeverCameIsMadeUpFor() {
    var expired = active.status("expired").at(ago(2));
    tell(active);
    provider.knows(expired);

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 1);

    assertThat(reason()).isEqualTo("EXPIRED");
    assertThat(
            processor.value(
                "SELECT count(*) FROM audit.events a JOIN webhooks.events e ON"
                    + " CAST(a.details AS jsonb) ->> 'event' = CAST(e.id AS text)"
                    + " WHERE a.action = 'drift-healed'"))
        .isEqualTo(1L);
    assertThat(published("subscription.expired")).isEqualTo("1");

    var late = Webhooks.lemonSqueezy(expired.json());
    processor.process(late);
    assertThat(processor.event(late)).containsEntry("state", "STALE");
    assertThat(published("subscription.expired")).isEqualTo("1");
  }

  @Test
  void whatIsAsTheProviderSaysStaysAndIsAskedAboutLessOften() {
    tell(active);
    provider.knows(active);

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 0);
    assertThat(run()).containsEntry("checked", 0);

    assertThat(processor.value("SELECT count(*) FROM webhooks.events")).isEqualTo(1L);
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void nothingIsAskedAboutBeforeItsTime() {
    tell(SubscriptionBody.active("1").with("\"renews_at\":\"" + ago(-3) + "\""));

    assertThat(run()).containsEntry("checked", 0);
  }

  @Test
  void aProviderThatDoesNotAnswerChangesNothing() {
    tell(active);
    provider.answers(503);

    assertThat(run()).containsEntry("unknown", 1);
    assertThat(reason()).isEqualTo("ACTIVE");

    provider.answers(404);
    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 0);
    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void anAnswerAboutSomethingElseIsNone() {
    tell(active);
    provider.knowsInsteadOf("1", SubscriptionBody.active("2").status("expired"));

    assertThat(run()).containsEntry("unknown", 1);
    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void twoStatesOfOneTimeAreAskedAboutAtOnce() {
    var paused = SubscriptionBody.active("1").status("paused");
    tell(SubscriptionBody.active("1"));
    tell(paused);
    provider.knows(SubscriptionBody.active("1"));

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 1);

    assertThat(reason()).isEqualTo("ACTIVE");
    assertThat(run()).containsEntry("checked", 0);
  }

  @Test
  void whatWaitedForItsVariantIsAppliedWithoutANewWebhook() {
    tell(SubscriptionBody.active("1").variant("999"));
    tell(SubscriptionBody.active("1").invoice("i1", "paid", 0, "10:00:01"));
    assertThat(run()).containsEntry("released", 0);

    var plans = "{\"FREE\":{},\"PRO\":{\"variants\":[\"999\"]}}";
    try (var mapped = processor.with(Map.of("plans", plans))) {
      assertThat(run(mapped)).containsEntry("released", 1);
      assertThat(reason(mapped)).isEqualTo("ACTIVE");
    }

    assertThat(processor.value("SELECT count(*) FROM webhooks.events WHERE state = 'APPLIED'"))
        .isEqualTo(2L);
  }

  private static Map<String, Object> run() {
    return run(processor.context());
  }

  private static Map<String, Object> run(ApplicationContext context) {
    return new ReconcileSubscriptionsHandler(context).handleRequest(Map.of(), new FakeContext());
  }

  private void tell(SubscriptionBody subscription) {
    tell(subscription.json());
  }

  private void tell(String body) {
    assertThat(processor.process(Webhooks.lemonSqueezy(body))).isEmpty();
  }

  private static String reason() {
    return reason(processor.context());
  }

  private static String reason(ApplicationContext context) {
    return new Api(context).get("/v1/access/u-1", "service").text("/reason");
  }

  private Object published(String type) {
    return String.valueOf(
        processor.value("SELECT count(*) FROM outbox.events WHERE type = '" + type + "'"));
  }

  private static String ago(int hours) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(hours, ChronoUnit.HOURS).toString();
  }
}
