package gantry.webhooks.subscriptions;

import jakarta.inject.Singleton;
import java.time.Instant;

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
    var history = history(key);
    terms.settle(history.settled());
    publisher.publish(subscriptions.lock(key).orElseThrow(), history);
  }

  /** Tells that the clock has ended what it gave. */
  public void settleEnd(SubscriptionKey key, Instant now) {
    subscriptions.lock(key).ifPresent(row -> publisher.publishEnd(row, history(key), now));
  }

  private History history(SubscriptionKey key) {
    return History.of(states.inOrder(key.provider().slug(), key.mode().slug(), key.id()));
  }
}
