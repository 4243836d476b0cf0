package gantry.operations.users;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Has every capability forget a name, in passes of few rows, until one finds nothing: what comes in
 * between is found by the next.
 */
@Singleton
final class ErasurePasses {
  private static final int MOST_ROWS = 1_000;

  /** The gateway waits 30 seconds, of which a pass may take a few. */
  private static final Duration TIME = Duration.ofSeconds(15);

  private final PostgresUserDataStore store;
  private final ErasedPages pages;
  private final Transactions transactions;
  private final Clock clock;

  ErasurePasses(
      PostgresUserDataStore store, ErasedPages pages, Transactions transactions, Clock clock) {
    this.store = store;
    this.pages = pages;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How far one call came. */
  record Progress(String pseudonym, boolean isComplete, Erased rows) {}

  Progress run(Person person, String pseudonym) {
    var end = clock.instant().plus(TIME);
    var rows = Erased.NOTHING;
    var last = pass(person, pseudonym);
    while (last.total() > 0 && clock.instant().isBefore(end)) {
      rows = rows.plus(last);
      last = pass(person, pseudonym);
    }
    var isComplete = last.total() == 0 && !store.waits(person.tenant(), person.userId());
    return new Progress(pseudonym, isComplete, rows.plus(last));
  }

  private Erased pass(Person person, String pseudonym) {
    return transactions.inTransaction(() -> {
      transactions.afterCommit(() -> pages.forget(person));
      return store.erase(person.tenant(), person.userId(), pseudonym, MOST_ROWS);
    });
  }
}
