package gantry.webhooks.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.FakeContext;
import gantry.webhooks.Api;
import gantry.webhooks.FakeLemonSqueezy;
import gantry.webhooks.ProcessWebhook;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.grants.TestGrants;
import gantry.webhooks.inbox.InboxMessage.Replayed;
import gantry.webhooks.subscriptions.SubscriptionBody;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    + " WHERE a.action = 'drift-healed' AND a.before_hash <> a.after_hash"))
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "active    | \"renews_at\":\"%1$s\"",
        "on_trial  | \"trial_ends_at\":\"%1$s\"",
        "cancelled | \"ends_at\":\"%1$s\"",
        "paused    | \"pause\":{\"mode\":\"free\",\"resumes_at\":\"%1$s\"}",
        "past_due  | \"renews_at\":null"
      })
  void whatShouldHaveChangedByNowIsAskedAbout(String status, String attributes) {
    var body = active.status(status).at(ago(15 * 24)).with(attributes.formatted(ago(2)));
    tell(body);
    provider.knows(body);

    assertThat(run()).containsEntry("checked", 1).containsEntry("healed", 0);
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
  void whatNobodyMayBeToldHoldsBackNothing() {
    provider.answersAbout("1", 403);
    provider.knowsInsteadOf("2", SubscriptionBody.active("9"));
    provider.answersAbout("3", 422);
    tellFour();

    assertThat(run()).containsEntry("unknown", 3).containsEntry("healed", 1);

    assertThat(run()).containsEntry("checked", 0);
  }

  @Test
  void whatTheProviderFailsAtComesAfterAllOthersTheNextTime() {
    for (var id : List.of("1", "2", "3")) {
      provider.answersAbout(id, 503);
    }
    tellFour();
    assertThat(runAnew()).containsEntry("unknown", 4).containsEntry("healed", 0);

    assertThat(runAnew()).containsEntry("unknown", 3).containsEntry("healed", 1);

    assertThat(runAnew()).containsEntry("checked", 3);
  }

  /** The last of them has expired meanwhile. */
  private void tellFour() {
    for (var id : List.of("1", "2", "3", "4")) {
      tell(SubscriptionBody.active(id).at(ago(30 * 24)).with("\"renews_at\":\"" + ago(3) + "\""));
    }
    provider.knows(SubscriptionBody.active("4").status("expired").at(ago(2)));
  }

  /** In a process of its own, so that no breaker remembers the run before. */
  private static Map<String, Object> runAnew() {
    try (var context = processor.with(Map.of("lemonsqueezy.base-url", provider.url()))) {
      return run(context);
    }
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
  void aGraceThatNobodyKnowsTheBeginningOfIsAskedAboutUntilItIsKnown() {
    var ahead = active.status("past_due").at(ago(-24)).with("\"renews_at\":null");
    tell(active);
    tell(ahead);
    provider.knows(ahead);
    for (var run = 0; run < 3; run++) {
      processor.execute("UPDATE webhooks.subscriptions SET checked_at = now() - interval '1 d'");
      assertThat(run()).containsEntry("checked", 1);
    }

    provider.knows(active.status("past_due").at(ago(24 * 8)));
    processor.execute("UPDATE webhooks.subscriptions SET checked_at = now() - interval '1 d'");
    run();

    assertThat(processor.value("SELECT past_due_since < now() FROM webhooks.subscriptions"))
        .isEqualTo(true);
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

  @Test
  void anAnswerThatCannotBeTakenIsTriedAgainThroughTheQueue() {
    tell(active);
    provider.knows(active.status("expired").at(ago(2)));
    processor.inbox();
    forbid("expired");

    try {
      assertThat(run()).containsEntry("healed", 0);
    } finally {
      allow();
    }

    assertThat(tryQueued()).containsExactly("APPLIED");
  }

  @Test
  void whatWaitedForItsVariantAndFailsIsTriedAgainThroughTheQueue() {
    tell(SubscriptionBody.active("1").variant("999"));
    processor.inbox();
    forbid("active");

    var plans = "{\"FREE\":{},\"PRO\":{\"variants\":[\"999\"]}}";
    try (var mapped = processor.with(Map.of("plans", plans))) {
      assertThat(run(mapped)).containsEntry("released", 1);
      assertThat(run(mapped)).containsEntry("released", 0);
    } finally {
      allow();
    }

    assertThat(queued()).hasSize(1);
  }

  private static void forbid(String status) {
    processor.execute(
        "ALTER TABLE webhooks.subscription_states ADD CONSTRAINT forbidden CHECK (status <> '%s')"
            .formatted(status));
  }

  private static void allow() {
    processor.execute("ALTER TABLE webhooks.subscription_states DROP CONSTRAINT forbidden");
  }

  /** The events to be decided again that lie in the inbox. */
  private static List<String> queued() {
    return processor.inbox().stream().map(message -> message.attributes().get("replayOf")).toList();
  }

  private static List<String> tryQueued() {
    var events = queued();
    for (var event : events) {
      var replay = new Replayed(UUID.randomUUID(), UUID.fromString(event));
      processor.context().getBean(ProcessWebhook.class).process(replay);
    }
    return events.stream()
        .map(event ->
            processor.value("SELECT state FROM webhooks.events WHERE id = '" + event + "'"))
        .map(String::valueOf)
        .toList();
  }

  @Test
  void anEndByTheClockIsToldOnceWithOrWithoutItsEvent() {
    var ends = "\"ends_at\":\"" + ago(1) + "\"";
    tell(active.status("cancelled").at(ago(30)).with(ends));

    assertThat(run()).containsEntry("ended", 1);
    assertThat(run()).containsEntry("ended", 0);
    tell(active.status("expired").at(ago(0)));
    assertThat(run()).containsEntry("ended", 0);

    assertThat(told("access/subscription/")).containsExactly("CANCELLED_UNTIL_END", "EXPIRED");
    assertThat(published("access.changed")).isEqualTo("2");
  }

  @Test
  void whatTheClockEndedAndALatePaymentBroughtBackCanEndAgain() {
    tell(active.status("cancelled").at(ago(30)).with("\"ends_at\":\"" + ago(2) + "\""));
    run();
    tell(active.at(ago(3)));
    tell(active.status("cancelled").at(ago(2)).with("\"ends_at\":\"" + ago(1) + "\""));

    assertThat(run()).containsEntry("ended", 1);

    assertThat(told("access/subscription/"))
        .containsExactly(
            "CANCELLED_UNTIL_END", "EXPIRED", "ACTIVE", "CANCELLED_UNTIL_END", "EXPIRED");
  }

  @Test
  void aGraceAndAGrantEndByTheClock() {
    tell(active.status("past_due").at(ago(24 * 8)));
    TestGrants.handle(
        processor,
        "{\"grantId\":\"g1\",\"userId\":\"u-1\",\"plan\":\"PRO\",\"source\":\"x\",\"from\":\"%s\",\"until\":\"%s\"}"
            .formatted(ago(2), ago(1)));

    assertThat(run()).containsEntry("ended", 2);
    assertThat(run()).containsEntry("ended", 0);

    assertThat(told("access/subscription/")).containsExactly("PAST_DUE_GRACE", "UNPAID");
    assertThat(told("access/grant/")).containsExactly("GRANT", "EXPIRED");
  }

  @Test
  void aGrantThatBeginsLaterIsToldOfWhenItBegins() {
    var later =
        "{\"grantId\":\"%s\",\"userId\":\"u-9\",\"plan\":\"PRO\",\"source\":\"x\",\"from\":\"%s\"}";
    TestGrants.handle(processor, later.formatted("later", ago(-1)));
    TestGrants.handle(processor, later.formatted("never", ago(-1)));
    TestGrants.handle(processor, "{\"grantId\":\"never\",\"revoked\":true}");
    assertThat(run()).containsEntry("started", 0);
    assertThat(told("access/grant/")).isEmpty();

    processor.execute("UPDATE webhooks.grants SET starts_at = now() WHERE starts_at > now()");

    assertThat(run()).containsEntry("started", 1);
    assertThat(run()).containsEntry("started", 0);
    assertThat(told("access/grant/later")).containsExactly("GRANT");
    assertThat(told("access/grant/never")).isEmpty();
  }

  private static List<String> told(String subject) {
    return processor
        .rows(
            "SELECT condition FROM webhooks.notices WHERE subject LIKE '%s%%' ORDER BY at"
                .formatted(subject))
        .stream()
        .map(row -> String.valueOf(row.get("condition")))
        .map(condition -> condition.substring(condition.lastIndexOf('|') + 1))
        .toList();
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
