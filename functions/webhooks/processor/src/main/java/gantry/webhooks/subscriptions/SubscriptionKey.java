package gantry.webhooks.subscriptions;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;

/** Live and test subscriptions may share their numbers. */
public record SubscriptionKey(Provider provider, Mode mode, String id) {
  @Override
  public String toString() {
    return provider.slug() + '/' + mode.slug() + '/' + id;
  }
}
