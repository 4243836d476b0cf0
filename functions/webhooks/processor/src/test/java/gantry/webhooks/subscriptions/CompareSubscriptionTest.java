package gantry.webhooks.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.postgres.Transactions;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.subscriptions.CompareSubscription.Difference;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CompareSubscriptionTest {
  private static final TestProcessor processor = TestProcessor.start();

  @AfterAll
  static void stop() {
    processor.close();
  }

  @Test
  void eachProvidersDocumentsAreReadByItsOwnClass() {
    var active = paddle("active");
    assertThat(processor.process(Webhooks.delivery(Provider.PADDLE, Mode.LIVE, Map.of(), active)))
        .isEmpty();

    assertThat(compare(active)).isEqualTo(Difference.NONE);
    assertThat(compare(paddle("paused"))).isEqualTo(Difference.DRIFT);
  }

  private static Difference compare(byte[] document) {
    var comparison = processor.context().getBean(CompareSubscription.class);
    var key = new SubscriptionKey(Provider.PADDLE, Mode.LIVE, "sub_01");
    return processor
        .context()
        .getBean(Transactions.class)
        .inTransaction(() -> comparison.compare(key, RawBody.of(document)));
  }

  private static byte[] paddle(String status) {
    return """
    {"event_id":"evt_%1$s","event_type":"subscription.updated",
     "occurred_at":"2026-11-20T10:00:00Z",
     "data":{"id":"sub_01","status":"%1$s","next_billed_at":"2026-12-20T10:00:00Z"}}
    """
        .formatted(status)
        .getBytes(UTF_8);
  }
}
