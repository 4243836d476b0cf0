package gantry.webhooks.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.postgres.Transactions;
import gantry.webhooks.Api;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where purchases of a provider's test mode count for nothing. */
class TestPurchasesTest {
  private static final String ORDER =
      """
      {"meta":{"event_name":"order_created","test_mode":false,"custom_data":{"user_id":"u-1"}},
       "data":{"type":"orders","id":"o1","attributes":{"currency":"EUR","total":4900,
         "refunded_amount":0,"status":"paid","first_order_item":{"variant_id":222},
         "updated_at":"2026-11-20T10:00:00Z"}}}
      """;

  private static final TestProcessor processor =
      TestProcessor.start(Map.of("access.modes", "live"));

  @BeforeEach
  void forget() {
    processor.forget();
  }

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void noAccessIsToldOfThatNobodyHas() {
    var subscription = SubscriptionBody.active("1");
    tell(subscription.json());
    tell(subscription.invoice("i1", "refunded", 1500, "11:00:00"));
    tell(ORDER);
    tell(
        subscription
            .status("cancelled")
            .at("12:00:00")
            .with("\"ends_at\":\"2026-11-20T13:00:00Z\"")
            .json());
    tellEnd();

    assertThat(new Api(processor).get("/v1/access/u-1", "service").text("/plan")).isEqualTo("FREE");
    assertThat(told())
        .containsExactly(
            "invoice.paid",
            "invoice.refunded",
            "order.paid",
            "subscription.active",
            "subscription.cancelled");
  }

  private static void tell(String body) {
    assertThat(processor.process(Webhooks.lemonSqueezyTest(body))).isEmpty();
  }

  private static void tellEnd() {
    var key = new SubscriptionKey(Provider.LEMONSQUEEZY, Mode.TEST, "1");
    var settlement = processor.context().getBean(SettleSubscription.class);
    var transactions = processor.context().getBean(Transactions.class);
    transactions.inTransaction(() -> {
      settlement.settleEnd(key, Instant.now());
      return key;
    });
  }

  private static List<String> told() {
    return processor.rows("SELECT type FROM outbox.events ORDER BY type").stream()
        .map(row -> String.valueOf(row.get("type")))
        .toList();
  }
}
