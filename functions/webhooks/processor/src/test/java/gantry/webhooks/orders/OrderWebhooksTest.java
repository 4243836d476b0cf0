package gantry.webhooks.orders;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderWebhooksTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static int orders = 700_000;

  private final String id = Integer.toString(orders++);
  private final OrderBody paid = OrderBody.paid(id);

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void aPaymentIsRecordedOnceHoweverOftenItIsTold() {
    assertThat(told(paid)).isEqualTo("APPLIED");
    assertThat(told(paid.at("10:00:05"))).isEqualTo("APPLIED");
    assertThat(told(paid)).isNull();

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR");
    assertThat(published()).containsExactly("order.paid 1500");
  }

  @Test
  void partialRefundsAreRecordedByWhatIsNew() {
    told(paid);
    told(paid.refunded("500", "11:00:00"));
    told(paid.refunded("1500", "12:00:00"));

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR", "REFUND -500 EUR", "REFUND -1000 EUR");
    assertThat(published())
        .containsExactly("order.paid 1500", "order.refunded 500", "order.refunded 1000");
  }

  @Test
  void aRefundBeforeItsPaymentNetsOutAndThePaymentIsStale() {
    assertThat(told(paid.refunded("500", "11:00:00"))).isEqualTo("APPLIED");
    assertThat(told(paid)).isEqualTo("STALE");

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR", "REFUND -500 EUR");
  }

  @Test
  void ofOneSecondTheMoreRefundedStateIsTheNewer() {
    assertThat(told(paid.refunded("500", "10:00:00"))).isEqualTo("APPLIED");
    assertThat(told(paid)).isEqualTo("STALE");

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR", "REFUND -500 EUR");
  }

  @Test
  void aTimeFarAheadOfOursMakesNothingLookOld() {
    assertThat(told(paid.at("2031-01-01T00:00:00Z"))).isEqualTo("APPLIED");
    assertThat(told(paid.refunded("500", "11:00:00"))).isEqualTo("APPLIED");
    assertThat(told(paid.refunded("1500", "2031-01-01T00:00:00Z"))).isEqualTo("APPLIED");

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR", "REFUND -500 EUR", "REFUND -1000 EUR");
  }

  @Test
  void ofOneSecondThePaidStateIsTheNewer() {
    assertThat(told(paid.status("pending"))).isEqualTo("APPLIED");
    assertThat(told(paid)).isEqualTo("APPLIED");
    assertThat(told(paid.status("failed"))).isEqualTo("STALE");

    assertThat(processor.value("SELECT status FROM webhooks.orders WHERE order_id = '" + id + "'"))
        .isEqualTo("paid");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLedgerIsTheSameInWhateverOrderStatesArrive(int seed) {
    var states =
        new ArrayList<>(
            List.of(
                paid.status("pending").at("09:00:00"),
                paid,
                paid.refunded("200", "11:00:00"),
                paid.refunded("700", "12:00:00"),
                paid.refunded("1500", "13:00:00"),
                paid.refunded("1500", "13:00:01")));
    Collections.shuffle(states, new Random(seed));

    states.forEach(this::told);

    assertThat(processor.value(sum("amount"))).isEqualTo("0");
    assertThat(processor.value(sum("CASE WHEN kind = 'PAYMENT' THEN amount ELSE 0 END")))
        .isEqualTo("1500");
    assertThat(published().stream().filter(event -> event.startsWith("order.paid"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "failed", "fraudulent"})
  void whatIsNotPaidMovesNoMoney(String status) {
    assertThat(told(paid.status(status))).isEqualTo("APPLIED");

    assertThat(ledger()).isEmpty();
    assertThat(published()).isEmpty();
  }

  @Test
  void numbersMayComeAsText() {
    told(paid.total("\"1500\""));

    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "1.5", "\"much\"", "{}", "99999999999999999999"})
  void anOrderWithoutAReadableTotalIsQuarantined(String total) {
    assertThat(told(paid.total(total))).isEqualTo("QUARANTINED");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void contradictionsAreParkedForSomebodyToLook() {
    told(paid.refunded("500", "11:00:00"));

    assertThat(told(paid.refunded("400", "12:00:00"))).isEqualTo("PARKED");
    assertThat(told(paid.refunded("1600", "12:00:00"))).isEqualTo("PARKED");
    assertThat(told(paid.total("1400").at("12:00:00").refunded("500", "12:00:00")))
        .isEqualTo("PARKED");
    assertThat(ledger()).containsExactly("PAYMENT 1500 EUR", "REFUND -500 EUR");
  }

  @Test
  void publishedFactsHoldNoPersonalData() {
    told(paid);

    assertThat(processor.value(outbox("CAST(payload AS text)")))
        .isEqualTo(
            "{\"mode\": \"live\", \"amount\": 1500, \"orderId\": \"%s\", \"currency\": \"EUR\", \"provider\": \"lemonsqueezy\"}"
                .formatted(id));
  }

  private @Nullable String told(OrderBody order) {
    var delivery = Webhooks.lemonSqueezy(order.json());
    assertThat(processor.process(delivery)).isEmpty();
    var rows =
        processor.rows("SELECT state FROM webhooks.events WHERE id = '" + delivery.id() + "'");
    return rows.isEmpty() ? null : (String) rows.getFirst().get("state");
  }

  private List<String> ledger() {
    return texts(
        "SELECT kind || ' ' || amount || ' ' || currency AS text FROM webhooks.order_entries"
            + " WHERE order_id = '%s' ORDER BY refunded_total".formatted(id));
  }

  private List<String> published() {
    return texts(outbox("type || ' ' || (payload ->> 'amount') AS text") + " ORDER BY sequence");
  }

  private String outbox(String columns) {
    return "SELECT "
        + columns
        + " FROM outbox.events WHERE aggregate = 'lemonsqueezy/live/"
        + id
        + "'";
  }

  private String sum(String amount) {
    return "SELECT CAST(sum(%s) AS text) FROM webhooks.order_entries WHERE order_id = '%s'"
        .formatted(amount, id);
  }

  private static List<String> texts(String sql) {
    return processor.rows(sql).stream().map(row -> String.valueOf(row.get("text"))).toList();
  }
}
