package gantry.tokenscan.watches;

import gantry.outbox.Outbox;
import gantry.outbox.OutboxEvent;
import gantry.postgres.Transactions;
import gantry.tokenscan.RiskView;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Keeps what a look at a watched token found; another level is a fact for everybody. */
@Singleton
final class RecordLook {
  /** A source that is silent may say more soon. */
  private static final Duration SOON = Duration.ofMinutes(5);

  private final PostgresWatchStore store;
  private final Transactions transactions;
  private final Outbox outbox;
  private final WatchesConfig config;

  RecordLook(
      PostgresWatchStore store, Transactions transactions, Outbox outbox, WatchesConfig config) {
    this.store = store;
    this.transactions = transactions;
    this.outbox = outbox;
    this.config = config;
  }

  /**
   * Does nothing for a watch that has ended, or was looked at later than this. A source that is
   * silent has no opinion, unless what the others say is bad enough without it.
   */
  void record(Watch looked, RiskView risk) {
    transactions.inTransaction(() ->
        store
            .lock(looked.id())
            .filter(watch -> !watch.isLaterThan(risk.checkedAt()))
            .filter(watch -> !risk.mayBeToldMore() || watch.isAlarmedBy(risk.level()))
            .map(watch -> change(watch, risk)));
  }

  private boolean change(Watch watch, RiskView risk) {
    var pause = risk.mayBeToldMore() ? SOON : config.every();
    store.record(watch.id(), risk.level(), risk.checkedAt(), pause.toSeconds());
    var from = watch.level();
    if (from == null || from == risk.level()) {
      return false;
    }
    outbox.append(
        OutboxEvent.of(
            "token-watch",
            watch.id().toString(),
            "token.level-changed",
            TokenLevelChanged.of(watch, from, risk)));
    return true;
  }
}
