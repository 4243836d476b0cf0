package gantry.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.lambda.UuidV7;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Deliveries as the receiver would queue them, each with an id of its own. */
public final class Webhooks {
  private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());
  private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");

  private Webhooks() {}

  public static WebhookDelivery delivery(
      Provider provider, Mode mode, Map<String, String> headers, byte[] body) {
    return received(RECEIVED, provider, mode, headers, body);
  }

  private static WebhookDelivery received(
      Instant at, Provider provider, Mode mode, Map<String, String> headers, byte[] body) {
    var times = new Times(at, at.plusMillis(1), at.plusMillis(2));
    return new WebhookDelivery(
        IDS.next(), provider, mode, times, "request-1", headers, RawBody.of(body));
  }

  /** An event for {@link ScriptedHandler} about one resource. */
  public static WebhookDelivery scripted(String eventId, String resource) {
    var body = "{\"type\":\"scripted.event\",\"data\":{\"id\":\"%s\"}}".formatted(resource);
    return delivery(
        Provider.STANDARD, Mode.LIVE, Map.of("webhook-id", eventId), body.getBytes(UTF_8));
  }

  /** Received just now. */
  public static WebhookDelivery lemonSqueezy(String body) {
    return justNow(Provider.LEMONSQUEEZY, body);
  }

  /** The same of the provider's test mode. */
  public static WebhookDelivery lemonSqueezyTest(String body) {
    var test = body.replace("\"test_mode\":false", "\"test_mode\":true");
    return delivery(Provider.LEMONSQUEEZY, Mode.TEST, Map.of(), test.getBytes(UTF_8));
  }

  /** Received just now. */
  public static WebhookDelivery stripe(String body) {
    return justNow(Provider.STRIPE, body);
  }

  private static WebhookDelivery justNow(Provider provider, String body) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return received(now, provider, Mode.LIVE, Map.of(), body.getBytes(UTF_8));
  }
}
