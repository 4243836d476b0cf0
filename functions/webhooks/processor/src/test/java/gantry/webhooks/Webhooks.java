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
import java.util.Map;

/** Deliveries as the receiver would queue them, each with an id of its own. */
public final class Webhooks {
  private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());
  private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");

  private Webhooks() {}

  public static WebhookDelivery delivery(
      Provider provider, Mode mode, Map<String, String> headers, byte[] body) {
    var times = new Times(RECEIVED, RECEIVED.plusMillis(1), RECEIVED.plusMillis(2));
    return new WebhookDelivery(
        IDS.next(), provider, mode, times, "request-1", headers, RawBody.of(body));
  }

  /** An event for {@link ScriptedHandler} about one resource. */
  public static WebhookDelivery scripted(String eventId, String resource) {
    var body = "{\"type\":\"scripted.event\",\"data\":{\"id\":\"%s\"}}".formatted(resource);
    return delivery(
        Provider.STANDARD, Mode.LIVE, Map.of("webhook-id", eventId), body.getBytes(UTF_8));
  }

  public static WebhookDelivery lemonSqueezy(String body) {
    return delivery(Provider.LEMONSQUEEZY, Mode.LIVE, Map.of(), body.getBytes(UTF_8));
  }
}
