package gantry.webhooks.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Stripe tells of a subscription, its invoice, the payment and the refund each by itself. */
class StripeRefundsTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);
  private static int next = 1;

  private final String id = Integer.toString(next++);
  private final long now = Instant.now().getEpochSecond();

  @AfterAll
  static void stop() {
    processor.close();
  }

  @RepeatedTest(8)
  void aFullRefundEndsTheAccessInWhateverOrderItIsToldOf() {
    var events =
        new ArrayList<>(
            List.of(
                subscription(), invoice(""), invoicePayment(), charge("", 700), charge("", 1500)));
    Collections.shuffle(events, new Random(next));

    events.forEach(this::tell);

    assertRefunded();
  }

  @Test
  void untilMarch2025ChargesAndInvoicesNamedEachOther() {
    tell(charge(",\"invoice\":\"in_" + id + "\"", 1500));
    tell(subscription());
    tell(invoice(",\"payment_intent\":\"pi_" + id + "\""));

    assertRefunded();
  }

  @Test
  void aPartOfThePriceEndsNothing() {
    tell(subscription());
    tell(invoice(",\"payment_intent\":\"pi_" + id + "\""));

    tell(charge("", 700));

    assertThat(reason()).isEqualTo("ACTIVE");
    assertThat(invoices()).containsExactly(Map.of("total", 1500L, "refunded", 700L));
  }

  @Test
  void aRefundOfSomethingElseEndsNothing() {
    tell(subscription());
    tell(invoice(",\"payment_intent\":\"pi_" + id + "\""));

    tell(charge("", 1500).replace("pi_" + id, "pi_other_" + id));

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void aRebuildFindsTheRefundAgain() {
    tell(charge(",\"invoice\":\"in_" + id + "\"", 1500));
    tell(subscription());
    tell(invoice(""));
    processor.execute(
        "TRUNCATE webhooks.invoices, webhooks.invoice_payments, webhooks.subscription_states,"
            + " webhooks.subscriptions");

    api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertRefunded();
  }

  @Test
  void whatIsLeftOfRetiredBodiesConcludesTheSame() {
    tell(charge(",\"invoice\":\"in_" + id + "\"", 700));
    tell(subscription());
    tell(invoicePayment());
    tell(invoice(",\"customer_email\":\"jane@example.org\",\"charge\":{\"id\":\"Jane\"}"));
    tell(
        """
        "type":"customer.subscription.updated","data":{"object":{"object":"subscription","id":"sub_%s",
         "status":"trialing","customer":{"name":"Jane"},"cancel_at_period_end":true,"trial_end":%d,
         "pause_collection":{"behavior":"keep_as_draft","resumes_at":%d},"metadata":{"user_id":"u-x"},
         "items":{"data":[{"id":"si_1","price":{"id":"222","nickname":"Jane"},
           "current_period_end":%d}]}}}
        """
            .formatted(id, now + 10, now + 20, now + 86_400));
    var before = projection();
    processor.retireBodies();
    processor.execute(
        "TRUNCATE webhooks.invoices, webhooks.invoice_payments, webhooks.subscription_states,"
            + " webhooks.subscriptions");

    api.post("/v1/subscriptions/rebuild", "admin", "{\"reason\":\"a test\"}");

    assertThat(projection()).isEqualTo(before).hasSize(5);
    assertThat(
            processor.value(
                "SELECT count(*) FROM webhooks.events WHERE convert_from(body, 'UTF8') ~* 'jane'"))
        .isEqualTo(0L);
  }

  private List<Object> projection() {
    var rows = new ArrayList<Object>();
    for (var table : List.of("subscriptions", "invoices", "subscription_states")) {
      rows.addAll(
          processor.rows(
              "SELECT * FROM webhooks.%s WHERE subscription_id = 'sub_%s' ORDER BY clock, status"
                  .formatted(table, id)));
    }
    rows.addAll(
        processor.rows(
            "SELECT * FROM webhooks.invoice_payments WHERE payment = 'pi_%s'".formatted(id)));
    return rows;
  }

  private void assertRefunded() {
    assertThat(reason()).isEqualTo("REFUNDED");
    assertThat(invoices()).containsExactly(Map.of("total", 1500L, "refunded", 1500L));
    assertThat(
            processor.rows(
                "SELECT condition FROM webhooks.notices WHERE subject LIKE 'invoice/%%/in_%s/refunded 1500'"
                    .formatted(id)))
        .hasSize(1);
  }

  private List<Map<String, Object>> invoices() {
    return List.copyOf(
        processor.rows(
            "SELECT total, refunded FROM webhooks.invoices WHERE invoice_id = 'in_%s'"
                .formatted(id)));
  }

  private String reason() {
    return api.get("/v1/access/u-" + id, "service").text("/reason");
  }

  private String subscription() {
    return """
    "type":"customer.subscription.updated","data":{"object":{"object":"subscription","id":"sub_%1$s",
     "status":"active","metadata":{"user_id":"u-%1$s"},
     "items":{"data":[{"id":"si_1","price":{"id":"222"},"current_period_end":%2$d}]}}}
    """
        .formatted(id, now + 86_400);
  }

  private String invoice(String more) {
    return """
    "type":"invoice.paid","data":{"object":{"object":"invoice","id":"in_%1$s","status":"paid",
     "parent":{"subscription_details":{"subscription":"sub_%1$s"}},"currency":"eur",
     "billing_reason":"subscription_cycle","amount_paid":1500,"created":%2$d%3$s}}
    """
        .formatted(id, now, more);
  }

  private String invoicePayment() {
    return """
    "type":"invoice_payment.paid","data":{"object":{"object":"invoice_payment","id":"inpay_%1$s",
     "invoice":"in_%1$s","status":"paid",
     "payment":{"type":"payment_intent","payment_intent":"pi_%1$s"}}}
    """
        .formatted(id);
  }

  private String charge(String more, int refunded) {
    return """
    "type":"charge.refunded","data":{"object":{"object":"charge","id":"ch_%1$s",
     "payment_intent":"pi_%1$s","amount":1500,"amount_refunded":%2$d%3$s}}
    """
        .formatted(id, refunded, more);
  }

  private void tell(String rest) {
    var body =
        "{\"id\":\"evt_r%d\",\"created\":%d,\"livemode\":true,%s}".formatted(next++, now, rest);
    var delivery = Webhooks.stripe(body);
    assertThat(processor.process(delivery)).isEmpty();
    assertThat(processor.event(delivery).get("reason")).isIn(null, "unknown-parent");
  }
}
