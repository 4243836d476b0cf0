package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.inbox.Signals;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a subscription to the first user that an event names; nobody takes it over. */
@Singleton
final class BindUser {
  private final PostgresSubscriptionStore store;
  private final Signals signals;

  BindUser(PostgresSubscriptionStore store, Signals signals) {
    this.store = store;
    this.signals = signals;
  }

  void bind(SubscriptionKey key, @Nullable Claimant claimant, UUID event) {
    if (claimant != null && !isBound(key, claimant)) {
      signals.raise(event, "other-user");
    }
  }

  private boolean isBound(SubscriptionKey key, Claimant claimant) {
    var provider = key.provider().slug();
    var mode = key.mode().slug();
    return store.bind(provider, mode, key.id(), claimant.userId(), claimant.tenant()) == 1
        || store.lock(key).filter(row -> claimant.userId().equals(row.userId())).isPresent();
  }
}
