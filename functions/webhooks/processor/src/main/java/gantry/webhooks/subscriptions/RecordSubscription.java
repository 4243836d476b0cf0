package gantry.webhooks.subscriptions;

import jakarta.inject.Singleton;

/**
 * Brings the projection up to a state that a provider told of. The newest state shows, whenever it
 * arrives; what follows from all of them together is the same in whatever order they arrive.
 */
@Singleton
final class RecordSubscription {
  private final PostgresSubscriptionStore subscriptions;
  private final PostgresStateStore states;
  private final BindUser users;
  private final SettleSubscription settlement;

  RecordSubscription(
      PostgresSubscriptionStore subscriptions,
      PostgresStateStore states,
      BindUser users,
      SettleSubscription settlement) {
    this.subscriptions = subscriptions;
    this.states = states;
    this.users = users;
    this.settlement = settlement;
  }

  /** Whether the projection shows this state now. */
  enum Outcome {
    APPLIED,
    /** Something newer shows. */
    OUTDATED
  }

  Outcome record(Told told) {
    var known = subscriptions.lock(told.key()).orElse(null);
    var state = StateRow.of(told, Position.of(told, known));
    var isNews = states.addOnce(state) != null && states.apply(state) != null;
    users.bind(told.key(), told.claimant(), told.source().event());
    settlement.settle(told.key());
    return isNews || (known != null && known.shows(state)) ? Outcome.APPLIED : Outcome.OUTDATED;
  }
}
