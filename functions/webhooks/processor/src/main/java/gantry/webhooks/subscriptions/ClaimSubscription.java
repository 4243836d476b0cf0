package gantry.webhooks.subscriptions;

import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.handler.Claimant;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the subscription that something belongs to, and gives it the user that this names. */
@Singleton
public final class ClaimSubscription {
  private final PostgresSubscriptionStore store;
  private final BindUser users;
  private final SettleSubscription settlement;

  ClaimSubscription(
      PostgresSubscriptionStore store, BindUser users, SettleSubscription settlement) {
    this.store = store;
    this.users = users;
    this.settlement = settlement;
  }

  /** Empty when nobody has told of the subscription yet; else its row is locked. */
  public Optional<Parent> claim(SubscriptionKey key, @Nullable Claimant claimant, UUID event) {
    var known = store.lock(key);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    users.bind(key, claimant, event);
    if (known.get().userId() == null && claimant != null) {
      settlement.settle(key);
    }
    return store.lock(key).map(ClaimSubscription::parent);
  }

  private static Parent parent(SubscriptionRow row) {
    var user = row.userId() == null ? null : new User(row.userId(), row.tenant());
    return new Parent(row.key(), user);
  }
}
