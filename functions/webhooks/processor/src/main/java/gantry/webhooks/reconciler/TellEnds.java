package gantry.webhooks.reconciler;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.GraceConfig;
import gantry.webhooks.grants.RecordGrant;
import gantry.webhooks.subscriptions.SettleSubscription;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Publishes that access ended, where the clock ended it and no event did. */
@Singleton
final class TellEnds {
  private static final int MOST = 100;

  private final PostgresEndStore store;
  private final SettleSubscription settlement;
  private final RecordGrant recordGrant;
  private final Moment moment;

  TellEnds(
      PostgresEndStore store,
      SettleSubscription settlement,
      RecordGrant recordGrant,
      Moment moment) {
    this.store = store;
    this.settlement = settlement;
    this.recordGrant = recordGrant;
    this.moment = moment;
  }

  /** When something has ended, and what happens then happens at once. */
  @Singleton
  record Moment(Clock clock, GraceConfig config, Transactions transactions) {}

  /** How many there were. */
  int tell() {
    return moment
        .transactions()
        .inTransaction(() -> {
          var now = moment.clock().instant();
          var grace = moment.config().grace().toSeconds();
          var subscriptions = store.takeSubscriptions(now, grace, MOST);
          subscriptions.forEach(due -> settlement.settleEnd(due.key(), now));
          var grants = store.takeGrants(now, MOST);
          grants.forEach(recordGrant::tellEnd);
          return subscriptions.size() + grants.size();
        });
  }
}
