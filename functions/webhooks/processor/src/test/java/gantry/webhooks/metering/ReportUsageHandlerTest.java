package gantry.webhooks.metering;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.FakeContext;
import gantry.webhooks.FakeLemonSqueezy;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.subscriptions.SubscriptionBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportUsageHandlerTest {
  private static final String PLANS =
      """
      {"FREE":{"limits":{"units":5}},
       "FLAT":{"variants":["111"],"limits":{"units":1000}},
       "METERED":{"variants":["222"],"limits":{"units":1000},"reports":"units"},
       "DEARER":{"variants":["333"],"limits":{"units":1000},"reports":"units"}}
      """;

  private static final FakeLemonSqueezy provider = new FakeLemonSqueezy();
  private static final Map<String, Object> SETTINGS =
      Map.of("plans", PLANS, "lemonsqueezy.base-url", provider.url());
  private static final TestProcessor processor = TestProcessor.start(SETTINGS);

  /** When a day ended that is closed now. */
  private final Instant closed = Instant.now().minus(Duration.ofHours(1));

  @BeforeEach
  void subscribe() {
    processor.forget();
    provider.forget();
    processor.execute("TRUNCATE webhooks.usage_reports, webhooks.consumptions");
    tell("active", "222", Duration.ofHours(30));
    consumed("a", 7, closed, true);
    consumed("b", 3, closed, true);
    consumed("c", 900, closed, false);
    consumed("d", 5, closed.plus(Duration.ofHours(2)), true);
  }

  @AfterAll
  static void stop() {
    processor.close();
    provider.close();
  }

  @Test
  void aClosedDayIsReportedOnce() {
    assertThat(run()).isEqualTo(1);
    assertThat(run()).isZero();

    assertThat(provider.recorded()).containsExactly(10L);
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void aProviderThatIsDownDelaysAndLosesNothing() {
    provider.answers(503);
    assertThat(run()).isZero();
    assertThat(states()).containsExactly("OPEN");

    provider.answers(200);

    assertThat(run()).isEqualTo(1);
    assertThat(provider.recorded()).containsExactly(10L);
  }

  @Test
  void anItemThatIsGoneIsReportedNoMore() {
    provider.answersAbout("300", 404);

    assertThat(run()).isZero();

    assertThat(states()).containsExactly("REFUSED");
  }

  @Test
  void whatWasSentToAnItemThatIsGoneSinceIsLeftToAnOperator() {
    provider.losesAnswersToReports();
    run();
    provider.answersAbout("300", 404);
    processor.execute("UPDATE webhooks.usage_reports SET changed_at = now() - interval '5 min'");

    assertThat(run()).isZero();

    assertThat(states()).containsExactly("UNCLEAR");
  }

  @Test
  void fiftyItemsThatNobodyCanSettleHoldBackNothing() {
    processor.execute(
        """
        INSERT INTO webhooks.usage_reports
          (tenant, user_id, meter, day, item_id, quantity, action, state, changed_at)
        SELECT 't1', 'u-' || n, 'units', now(), n, 1, 'INCREMENT', 'UNCLEAR', now()
        FROM generate_series(100, 160) n
        """);

    assertThat(run()).isEqualTo(1);
  }

  @Test
  void anItemThatIsNotAnsweredAboutComesAfterTheOthers() {
    provider.answersAbout("300", 403);
    run();
    processor.execute("UPDATE webhooks.usage_reports SET changed_at = now() - interval '2 h'");
    processor.execute(
        """
        INSERT INTO webhooks.usage_reports
          (tenant, user_id, meter, day, item_id, quantity, action, state, changed_at)
        VALUES ('t1', 'u-2', 'units', now(), '400', 1, 'INCREMENT', 'UNCLEAR', now())
        """);
    assertThat(next()).isEqualTo("300");

    run();
    processor.execute(
        "UPDATE webhooks.usage_reports SET state = 'OPEN', changed_at = now() - interval '1 h'"
            + " WHERE item_id = '400'");

    assertThat(next()).isEqualTo("400");
  }

  private static String next() {
    return processor.context().getBean(UsageReports.class).heads(1).getFirst().itemId();
  }

  @Test
  void aReportWhoseAnswerWasLostIsLookedForAndNotRepeated() {
    provider.losesAnswersToReports();
    assertThat(run()).isZero();
    assertThat(states()).containsExactly("SENDING");
    assertThat(run()).isZero();
    assertThat(provider.recorded()).containsExactly(10L);

    processor.execute("UPDATE webhooks.usage_reports SET changed_at = now() - interval '5 min'");

    assertThat(run()).isEqualTo(1);
    assertThat(states()).containsExactly("SENT");
    assertThat(provider.recorded()).containsExactly(10L);
  }

  @Test
  void whatTheProvidersCountDoesNotExplainIsLeftToAnOperator() {
    provider.losesAnswersToReports();
    run();
    provider.countedElsewhere(4);
    processor.execute("UPDATE webhooks.usage_reports SET changed_at = now() - interval '5 min'");

    assertThat(run()).isZero();

    assertThat(states()).containsExactly("UNCLEAR");
  }

  @Test
  void whereTheNewestReportCountsTheTotalIsTold() {
    var newest = PLANS.replace("\"reports\"", "\"aggregation\":\"last_ever\",\"reports\"");
    provider.countedElsewhere(90);

    assertThat(run(Map.of("plans", newest, "lemonsqueezy.base-url", provider.url()))).isEqualTo(1);

    assertThat(provider.recorded()).containsExactly(100L);
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void whatAFlatPlanPaidForIsNotBilledAgain() {
    processor.forget();
    tell("active", "111", Duration.ofHours(30));
    tell("active", "222", Duration.ofHours(5));
    consumed("before", 40, closed.minus(Duration.ofHours(25)), true);
    processor.execute(
        """
        UPDATE webhooks.consumptions SET at = now() - interval '6 h' WHERE consumption_id = 'b'
        """);

    run();

    assertThat(provider.recorded()).containsExactly(7L);
  }

  @Test
  void whatWasUsedBeforeAMeteredPlanWasLeftIsBilled() {
    tell("active", "111", Duration.ofMinutes(30));

    assertThat(run()).isEqualTo(1);

    assertThat(provider.recorded()).containsExactly(10L);
  }

  @Test
  void aDayOfTwoMeteredPlansIsBilledWhole() {
    tell("active", "333", Duration.ofHours(5));
    processor.execute(
        """
        UPDATE webhooks.consumptions SET at = now() - interval '6 h' WHERE consumption_id = 'b'
        """);

    assertThat(run()).isEqualTo(1);

    assertThat(provider.recorded()).containsExactly(10L);
  }

  @Test
  void whatIsUsedAfterTheEndIsNotBilled() {
    tell("expired", "222", Duration.ofHours(5));

    assertThat(run()).isZero();

    assertThat(provider.recorded()).isEmpty();
  }

  @Test
  void aPurchaseOfTheTestModeTakesNothing() {
    var test = body("active", "222", Duration.ofHours(29)).replace("\"id\":300", "\"id\":301");
    assertThat(processor.process(Webhooks.lemonSqueezyTest(test))).isEmpty();
    var live =
        Map.<String, Object>of(
            "plans", PLANS, "lemonsqueezy.base-url", provider.url(), "access.modes", "live");

    assertThat(run(live)).isEqualTo(1);

    assertThat(processor.value("SELECT item_id FROM webhooks.usage_reports")).isEqualTo("300");
  }

  /** What the provider says of so long ago. */
  private static void tell(String status, String variant, Duration ago) {
    assertThat(processor.process(Webhooks.lemonSqueezy(body(status, variant, ago)))).isEmpty();
  }

  private static String body(String status, String variant, Duration ago) {
    return SubscriptionBody.active("1")
        .status(status)
        .variant(variant)
        .at(Instant.now().minus(ago).toString())
        .with("\"first_subscription_item\":{\"id\":300}")
        .json();
  }

  private static int run() {
    return run(SETTINGS);
  }

  /** Each run in a process of its own, so that no breaker remembers the one before. */
  private static int run(Map<String, Object> settings) {
    try (var context = processor.with(settings)) {
      var answer = new ReportUsageHandler(context).handleRequest(Map.of(), new FakeContext());
      return answer.get("reported") instanceof Integer reported ? reported : -1;
    }
  }

  private List<String> states() {
    return processor.rows("SELECT state FROM webhooks.usage_reports").stream()
        .map(row -> String.valueOf(row.get("state")))
        .toList();
  }

  private static void consumed(String id, int amount, Instant dayEnds, boolean allowed) {
    processor.execute(
        """
        INSERT INTO webhooks.consumptions
          (tenant, user_id, meter, consumption_id, amount, allowed, used, allowance, resets_at, at)
        VALUES ('t1', 'u-1', 'units', '%1$s', %2$d, %3$b, 0, 1000, '%4$s',
                timestamptz '%4$s' - interval '10 min')
        """
            .formatted(id, amount, allowed, dayEnds));
  }
}
