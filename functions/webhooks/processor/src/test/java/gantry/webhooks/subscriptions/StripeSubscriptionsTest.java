package gantry.webhooks.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSubscriptionsTest {
  private static final TestProcessor processor = TestProcessor.start();
  private static final Api api = new Api(processor);
  private final long now = Instant.now().getEpochSecond();
  private static int next = 1;

  private final String id = "sub_" + next++;

  @AfterAll
  static void stop() {
    processor.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trialing   |                                                          | TRIAL",
        "active     |                                                          | ACTIVE",
        "active     | \"cancel_at_period_end\":true                              |"
            + " CANCELLED_UNTIL_END",
        "active     | \"cancel_at\":1700000000                                   | EXPIRED",
        "active     | \"pause_collection\":{\"behavior\":\"void\"}                 | PAUSED_VOID",
        "active     | \"pause_collection\":{\"behavior\":\"keep_as_draft\"}        | PAUSED_FREE",
        "past_due   |                                                          | PAST_DUE_GRACE",
        "unpaid     |                                                          | UNPAID",
        "incomplete |                                                          | UNPAID",
        "canceled   | \"ended_at\":1700000000                                    | EXPIRED",
        "incomplete_expired |                                                  | EXPIRED"
      })
  void statusesMeanWhatTheyDoHere(String status, @Nullable String more, String reason) {
    assertThat(tell(now, subscription(status, more == null ? "" : "," + more)))
        .isEqualTo("APPLIED");

    assertThat(reason()).isEqualTo(reason);
  }

  @Test
  void aFirstPaymentWithinTheSecondOfTheBeginningGivesAccess() {
    tell(now, subscription("incomplete", ""));
    assertThat(reason()).isEqualTo("UNPAID");

    assertThat(tell(now, subscription("active", ""))).isEqualTo("APPLIED");

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void aBeginningThatIsToldAfterItsPaymentIsStale() {
    tell(now, subscription("active", ""));

    assertThat(tell(now, subscription("incomplete", ""))).isEqualTo("STALE");

    assertThat(reason()).isEqualTo("ACTIVE");
  }

  @Test
  void theNewestEventCountsAndInvoicesMoveNothing() {
    assertThat(tell(now, invoice("in_" + id))).isEqualTo("PARKED");
    tell(now, subscription("canceled", ""));
    assertThat(tell(now - 60, subscription("active", ""))).isEqualTo("STALE");

    assertThat(reason()).isEqualTo("EXPIRED");
    assertThat(
            processor.rows(
                "SELECT currency, total, paid FROM webhooks.invoices WHERE subscription_id = '%s'"
                    .formatted(id)))
        .containsExactly(Map.of("currency", "EUR", "total", 1500L, "paid", true));
  }

  @Test
  void anInvoiceOfNoSubscriptionIsNotKept() {
    var body = invoice("in_" + id).replace("\"subscription\":\"" + id + "\",", "");

    assertThat(tell(now, body)).isEqualTo("IGNORED");
  }

  private String reason() {
    return api.get("/v1/access/u-" + id, "service").text("/reason");
  }

  private String subscription(String status, String more) {
    return """
    "type":"customer.subscription.updated","data":{"object":{"object":"subscription","id":"%1$s",
     "status":"%2$s","metadata":{"user_id":"u-%1$s"},
     "items":{"data":[{"id":"si_1","price":{"id":"222"},"current_period_end":%3$d}]}%4$s}}
    """
        .formatted(id, status, now + 86_400, more);
  }

  private String invoice(String invoice) {
    return """
    "type":"invoice.paid","data":{"object":{"object":"invoice","id":"%s","status":"paid",
     "subscription":"%s","billing_reason":"subscription_cycle","currency":"eur",
     "amount_paid":1500,"created":%d}}
    """
        .formatted(invoice, id, now);
  }

  private static String tell(long created, String rest) {
    var body =
        "{\"id\":\"evt_%d\",\"created\":%d,\"livemode\":true,%s}".formatted(next++, created, rest);
    var delivery = Webhooks.stripe(body);
    assertThat(processor.process(delivery)).isEmpty();
    return String.valueOf(processor.event(delivery).get("state"));
  }
}
