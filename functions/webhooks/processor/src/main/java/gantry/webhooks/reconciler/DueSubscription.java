package gantry.webhooks.reconciler;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A subscription whose provider has to be asked. */
@MappedEntity("webhooks.subscriptions")
record DueSubscription(String provider, String mode, @Id String subscriptionId) {
  SubscriptionKey key() {
    return new SubscriptionKey(
        Provider.of(provider).orElseThrow(), Mode.of(mode).orElseThrow(), subscriptionId);
  }
}
