package gantry.webhooks.subscriptions;

import jakarta.inject.Singleton;

/** Brings what is derived from a subscription's states up to them; its row must be locked. */
@Singleton
public final class SettleSubscription {
  private final PostgresSubscriptionStore subscriptions;
  private final PostgresStateStore states;
  private final PostgresTermsStore terms;
  private final PublishHistory publisher;

  SettleSubscription(
      PostgresSubscriptionStore subscriptions,
      PostgresStateStore states,
      PostgresTermsStore terms,
      PublishHistory publisher) {
    this.subscriptions = subscriptions;
    this.states = states;
    this.terms = terms;
    this.publisher = publisher;
  }

  public void settle(SubscriptionKey key) {
    var history = History.of(states.inOrder(key.provider().slug(), key.mode().slug(), key.id()));
    terms.settle(history.settled());
    publisher.publish(subscriptions.lock(key).orElseThrow(), history);
  }
}
