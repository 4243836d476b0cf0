package gantry.deferral;

import gantry.lambda.UuidV7;
import gantry.postgres.DatabaseFailure;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Does a write now or, while the database is away, later. */
@Singleton
public final class Deferrals {
  private final Transactions transactions;
  private final PostgresWriteStore store;
  private final DeferralQueue queue;
  private final UuidV7 ids;

  Deferrals(Transactions transactions, PostgresWriteStore store, DeferralQueue queue, UuidV7 ids) {
    this.transactions = transactions;
    this.store = store;
    this.queue = queue;
    this.ids = ids;
  }

  /**
   * The work runs in a transaction that also leaves the write's id, so that a commit nobody knows
   * the outcome of may be deferred too: later the id tells. Money, claims and limits never wait.
   */
  public <T> Deferral<T> nowOrLater(DeferrableWrite write, Supplier<T> work) {
    var id = ids.next();
    try {
      return new Deferral.Done<>(transactions.inTransaction(() -> now(id, write, work)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).filter(DatabaseFailure::isAway).isEmpty()) {
        throw e;
      }
      return later(id, write, e);
    }
  }

  private <T> T now(UUID id, DeferrableWrite write, Supplier<T> work) {
    store.lock(write.group());
    store.insert(id, write.kind(), write.subject());
    return work.get();
  }

  private <T> Deferral<T> later(UUID id, DeferrableWrite write, RuntimeException why) {
    try {
      queue.send(id, write);
      return new Deferral.Deferred<>(id);
    } catch (RuntimeException e) {
      e.addSuppressed(why);
      throw e;
    }
  }
}
