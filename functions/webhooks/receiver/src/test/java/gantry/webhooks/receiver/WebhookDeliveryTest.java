package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-21T03:00:00.001Z");
  private static final UUID ID = UUID.fromString("019aa4d2-0000-7000-8000-000000000001");

  @Test
  void aMessageIsReadBackAsItWasWritten() {
    var delivery = lemonSqueezy("{\"data\":{\"type\":\"orders\",\"id\":\"1\"}}");

    var message = delivery.toMessage();

    assertThat(WebhookDelivery.of(message.body(), message.attributes())).isEqualTo(delivery);
  }

  @Test
  void anEmptyBodyTravelsToo() {
    var message = lemonSqueezy("").toMessage();

    assertThat(message.body()).isNotEmpty();
    assertThat(WebhookDelivery.of(message.body(), message.attributes()).body().bytes()).isEmpty();
  }

  @Test
  void theGroupNamesProviderModeAndResource() {
    assertThat(group("{\"data\":{\"type\":\"orders\",\"id\":\"1\"}}"))
        .isEqualTo("lemonsqueezy/test/orders/1");
  }

  @Test
  void aSubscriptionInvoiceQueuesBehindItsSubscription() {
    assertThat(
            group(
                """
                {"data":{"type":"subscription-invoices","id":"7",
                "attributes":{"subscription_id":900123}}}
                """))
        .isEqualTo("lemonsqueezy/test/subscriptions/900123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{}", "[]", "", "{\"data\":{\"id\":\"1\"}}"})
  void withoutAResourceTheEventIsAGroupOfItsOwn(String body) {
    assertThat(group(body))
        .isEqualTo("lemonsqueezy/test/event/" + RawBody.of(body.getBytes(UTF_8)).sha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"order with spaces", "Zoë", "x"})
  void aGroupIsAlwaysWhatSqsAllows(String id) {
    assertThat(group("{\"data\":{\"type\":\"orders\",\"id\":\"" + id.repeat(9) + "\"}}"))
        .matches("[!-~]{1,128}");
  }

  @Test
  void aLongResourceIsHashed() {
    assertThat(group("{\"data\":{\"type\":\"orders\",\"id\":\"" + "9".repeat(150) + "\"}}"))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void sqsNeverDeduplicates() {
    assertThat(lemonSqueezy("{}").toMessage().deduplicationId()).isEqualTo(ID.toString());
  }

  @Test
  void theAttributesStayWithinTheTenThatSqsAllows() {
    assertThat(lemonSqueezy("{}").toMessage().attributes())
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy((name, value) -> assertThat(value).matches("[ -~]+"));
  }

  @Test
  void aForeignMessageIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookDelivery.of("e30=", Map.of("id", ID.toString())));
  }

  private static String group(String body) {
    return lemonSqueezy(body).toMessage().groupId();
  }

  private static WebhookDelivery lemonSqueezy(String body) {
    return new WebhookDelivery(
        ID,
        Provider.LEMONSQUEEZY,
        Mode.TEST,
        new WebhookDelivery.Times(RECEIVED, RECEIVED.plusMillis(1), RECEIVED.plusMillis(2)),
        "request-1",
        Map.of("content-type", "application/json; name=\"Zoë 🍋\""),
        RawBody.of(body.getBytes(UTF_8)));
  }
}
