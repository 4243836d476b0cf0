package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;

/** Adds what was appended since the last time to the counters, in portions. */
@Singleton
final class RollUpCounters {
  private static final int PORTION = 5_000;
  private static final int MOST_PORTIONS = 40;

  private final PostgresCounterStore store;
  private final Transactions transactions;
  private final Clock clock;

  RollUpCounters(PostgresCounterStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How many increments were added. */
  int rollUp() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var rolledUp = inPortions(() -> store.rollUp(today, PORTION));
    rolledUp += inPortions(() -> store.rollUpFollowers(PORTION));
    var _ = inPortions(() -> store.purgeViews(today.minusDays(1), PORTION));
    return rolledUp;
  }

  private int inPortions(IntSupplier portion) {
    var sum = 0;
    for (var i = 0; i < MOST_PORTIONS; i++) {
      var taken = transactions.inTransaction(() -> store.tryLock() ? portion.getAsInt() : 0);
      sum += taken;
      if (taken < PORTION) {
        return sum;
      }
    }
    return sum;
  }
}
