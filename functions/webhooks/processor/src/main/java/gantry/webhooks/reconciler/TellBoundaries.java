package gantry.webhooks.reconciler;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.GraceConfig;
import gantry.webhooks.grants.RecordGrant;
import gantry.webhooks.subscriptions.SettleSubscription;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Publishes that access began or ended, where the clock did it and no event. */
@Singleton
final class TellBoundaries {
  private static final int MOST = 100;

  private final PostgresBoundaryStore store;
  private final SettleSubscription settlement;
  private final RecordGrant recordGrant;
  private final Moment moment;

  TellBoundaries(
      PostgresBoundaryStore store,
      SettleSubscription settlement,
      RecordGrant recordGrant,
      Moment moment) {
    this.store = store;
    this.settlement = settlement;
    this.recordGrant = recordGrant;
    this.moment = moment;
  }

  /** When something has begun or ended, and what happens then happens at once. */
  @Singleton
  record Moment(Clock clock, GraceConfig config, Transactions transactions) {}

  record Told(int started, int ended) {}

  /** How many there were. */
  Told tell() {
    return moment
        .transactions()
        .inTransaction(() -> {
          var now = moment.clock().instant();
          return new Told(starts(now), ends(now));
        });
  }

  private int starts(Instant now) {
    var grants = store.takeStarts(now, MOST);
    grants.forEach(recordGrant::tellStart);
    return grants.size();
  }

  private int ends(Instant now) {
    var subscriptions = store.takeSubscriptions(now, moment.config().grace().toSeconds(), MOST);
    subscriptions.forEach(due -> settlement.settleEnd(due.key(), now));
    var grants = store.takeGrants(now, MOST);
    grants.forEach(recordGrant::tellEnd);
    return subscriptions.size() + grants.size();
  }
}
