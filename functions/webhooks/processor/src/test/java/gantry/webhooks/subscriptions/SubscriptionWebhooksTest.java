package gantry.webhooks.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionWebhooksTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static int next = 900_000;

  private final String id = Integer.toString(next++);
  private final SubscriptionBody active = SubscriptionBody.active(id);

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void theNewestStateShowsAndAnOlderOneIsStale() {
    assertThat(told(active.status("cancelled").at("11:00:00"))).isEqualTo("APPLIED");
    assertThat(told(active)).isEqualTo("STALE");

    assertThat(row().get("status")).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "active,    on_trial",
    "paused,    active",
    "past_due,  paused",
    "unpaid,    past_due",
    "cancelled, unpaid",
    "expired,   cancelled"
  })
  void ofOneTimeTheMoreTerminalStatusShows(String more, String less) {
    told(active.status(more));
    assertThat(told(active.status(less))).isEqualTo("STALE");

    assertThat(row().get("status")).isEqualTo(more);
    assertThat(row().get("suspect")).isEqualTo(true);
  }

  @Test
  void anAnswerOfTheProviderDecidesATie() {
    told(active.status("expired"));
    told(active);

    assertThat(told(active.json("subscription_fetched"))).isEqualTo("APPLIED");

    assertThat(row().get("status")).isEqualTo("active");
    assertThat(row().get("suspect")).isEqualTo(false);
  }

  @Test
  void whatIsCalledAPaymentButCarriesASubscriptionIsOne() {
    assertThat(told(active.json("subscription_payment_success"))).isEqualTo("APPLIED");

    assertThat(row().get("status")).isEqualTo("active");
  }

  @Test
  void aStateFromTheFutureCountsWithoutMovingTheClock() {
    told(active);
    assertThat(told(active.status("paused").at("2031-01-01T00:00:00Z"))).isEqualTo("APPLIED");
    assertThat(row().get("status")).isEqualTo("paused");
    assertThat(row().get("suspect")).isEqualTo(true);

    assertThat(told(active.status("cancelled").at("10:00:01"))).isEqualTo("APPLIED");

    assertThat(row().get("status")).isEqualTo("cancelled");
    assertThat(told(active.status("paused").at("2031-01-01T00:00:00Z").with("\"x\":1")))
        .isEqualTo("STALE");
  }

  @Test
  void anInvoiceFromTheFutureMakesNoRefundLookOld() {
    var future = "2031-01-01T00:00:00Z";
    told(active);
    assertThat(told(active.invoice("i" + id, "paid", 0, future))).isEqualTo("APPLIED");
    assertThat(told(active.invoice("i" + id, "partial_refund", 500, "11:00:00")))
        .isEqualTo("APPLIED");
    assertThat(told(active.invoice("i" + id, "refunded", 1500, future))).isEqualTo("APPLIED");
    assertThat(told(active.invoice("i" + id, "paid", 0, "10:30:00"))).isEqualTo("STALE");

    assertThat(
            processor.rows(
                "SELECT refunded, clock < now() AS past FROM webhooks.invoices"
                    + " WHERE subscription_id = '"
                    + id
                    + "'"))
        .containsExactly(Map.of("refunded", 1500L, "past", true));
  }

  @Test
  void anUnknownStatusIsStoredAndChangesNoTerms() {
    told(active);
    assertThat(told(active.status("hibernating").at("11:00:00"))).isEqualTo("APPLIED");

    assertThat(row())
        .containsEntry("status", "hibernating")
        .containsEntry("known_status", "active");
  }

  @Test
  void anUnknownVariantIsParked() {
    assertThat(told(active.variant("999"))).isEqualTo("PARKED");

    assertThat(rows()).isEmpty();
  }

  @Test
  void everythingMayBeMissing() {
    var bare =
        "{\"meta\":{\"event_name\":null},\"data\":{\"type\":\"subscriptions\",\"id\":\"%s\"}}"
            .formatted(id);
    var nulls = active.variant(null).user(null).with("\"renews_at\":null,\"pause\":null").json();

    assertThat(told(bare)).isEqualTo("APPLIED");
    assertThat(told(nulls)).isEqualTo("APPLIED");
    assertThat(told("{\"data\":{\"type\":\"subscriptions\"}}")).isEqualTo("QUARANTINED");
  }

  @Test
  void theFirstUserKeepsTheSubscription() {
    told(active.user(null));
    told(active.at("11:00:00"));
    told(active.at("12:00:00").user("thief"));

    assertThat(row().get("user_id")).isEqualTo("u-" + id);
    assertThat(
            processor.rows(
                "SELECT kind FROM webhooks.signals s JOIN webhooks.events e ON e.id = s.event"
                    + " WHERE e.resource = '%s'".formatted(id)))
        .containsExactly(Map.of("kind", "other-user"));
  }

  @Test
  void theGraceCountsFromTheFirstFailureOnly() {
    told(active);
    told(active.status("past_due").at("13:00:00"));
    told(active.status("past_due").at("12:00:00"));
    told(active.status("cancelled").at("14:00:00"));
    told(active.status("past_due").at("15:00:00"));
    assertThat(String.valueOf(row().get("past_due_since"))).contains("12:00:00");

    told(active.at("16:00:00"));
    told(active.status("past_due").at("17:00:00"));

    assertThat(String.valueOf(row().get("past_due_since"))).contains("17:00:00");
  }

  @Test
  void anInvoiceWaitsForItsSubscriptionAndMovesNoStatus() {
    assertThat(told(active.invoice("i" + id, "paid", 0, "10:05:00"))).isEqualTo("PARKED");
    told(active.invoice("i" + id, "refunded", 1500, "10:06:00"));

    told(active.status("past_due"));

    assertThat(
            processor.rows("SELECT state FROM webhooks.events WHERE resource = '%s'".formatted(id)))
        .allMatch(row -> "APPLIED".equals(row.get("state")));
    assertThat(row().get("status")).isEqualTo("past_due");
    assertThat(
            processor.value(
                "SELECT refunded FROM webhooks.invoices WHERE subscription_id = '" + id + "'"))
        .isEqualTo(1500L);
    assertThat(published())
        .contains("access.changed REFUNDED", "invoice.paid null", "invoice.refunded null");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyOrderWithDuplicatesEndsTheSame(int seed) {
    var other = Integer.toString(next++);
    var inOrder = history(active);
    var shuffled = history(SubscriptionBody.active(other).user("u-" + id));
    shuffled.addAll(history(SubscriptionBody.active(other).user("u-" + id)).subList(2, 5));
    Collections.shuffle(shuffled, new Random(seed));

    inOrder.forEach(this::told);
    var expectedNotices = published();
    shuffled.forEach(this::told);

    assertThat(projection(other)).isEqualTo(projection(id));
    assertThat(published(other)).containsExactlyInAnyOrderElementsOf(expectedNotices);
  }

  private static List<String> history(SubscriptionBody active) {
    var invoice = "i" + active.id();
    return new ArrayList<>(
        List.of(
            active.status("on_trial").at("08:00:00").json("subscription_created"),
            active.status("on_trial").at("08:00:00").json("subscription_updated"),
            active.json(),
            active.invoice(invoice, "paid", 0, "10:00:01"),
            active.status("past_due").at("11:00:00").json(),
            active.status("past_due").at("11:30:00").json(),
            active.at("12:00:00").json(),
            active.status("strange").at("12:10:00").json(),
            active.invoice(invoice, "partial_refund", 500, "12:20:00"),
            active.invoice(invoice, "refunded", 1500, "12:30:00"),
            active
                .status("cancelled")
                .at("13:00:00")
                .with("\"ends_at\":\"2026-12-01T00:00:00Z\"")
                .json(),
            active.at("14:00:00").variant("111").json(),
            active
                .status("expired")
                .at("15:00:00")
                .with("\"ends_at\":\"2026-12-01T00:00:00Z\"")
                .json()));
  }

  private List<Map<String, @Nullable Object>> projection(String subscription) {
    return processor.rows(
        """
        SELECT clock, authority, ahead, terminality, fingerprint, status, known_status, variant_id,
               renews_at, ends_at, past_due_since, suspect, user_id,
               (SELECT i.refunded FROM webhooks.invoices i
                WHERE i.subscription_id = s.subscription_id) AS refunded
        FROM webhooks.subscriptions s WHERE subscription_id = '%s'
        """
            .formatted(subscription));
  }

  private List<String> published() {
    return published(id);
  }

  private static List<String> published(String subscription) {
    return processor
        .rows(
            """
            SELECT type || ' ' || COALESCE(payload ->> 'reason', 'null') AS text FROM outbox.events
            WHERE payload ->> 'subscriptionId' = '%1$s'
              OR payload ->> 'id' = 'lemonsqueezy/live/%1$s'
            ORDER BY id
            """
                .formatted(subscription))
        .stream()
        .map(row -> String.valueOf(row.get("text")))
        .toList();
  }

  private String told(SubscriptionBody subscription) {
    return told(subscription.json());
  }

  private String told(String body) {
    var delivery = Webhooks.lemonSqueezy(body);
    assertThat(processor.process(delivery)).isEmpty();
    var rows =
        processor.rows("SELECT state FROM webhooks.events WHERE id = '" + delivery.id() + "'");
    return rows.isEmpty() ? "DUPLICATE" : String.valueOf(rows.getFirst().get("state"));
  }

  private Map<String, @Nullable Object> row() {
    return rows().getFirst();
  }

  private List<Map<String, @Nullable Object>> rows() {
    return processor.rows(
        "SELECT * FROM webhooks.subscriptions WHERE subscription_id = '" + id + "'");
  }
}
