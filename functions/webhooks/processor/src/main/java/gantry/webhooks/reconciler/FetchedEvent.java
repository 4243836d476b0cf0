package gantry.webhooks.reconciler;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Delivers what a provider answered as the receiver delivers what it sends. */
@Singleton
record FetchedEvent(UuidV7 ids, Clock clock) {
  WebhookDelivery delivery(SubscriptionKey key, RawBody event) {
    var now = clock.instant();
    return new WebhookDelivery(
        ids.next(),
        key.provider(),
        key.mode(),
        new Times(now, now, now),
        RequestId.current().orElse(""),
        Map.of(),
        event);
  }
}
