package gantry.precompute;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What must be gone from a page before its next build. Called in the transaction of the change. */
@Singleton
public final class Removals {
  private final PostgresPageStore store;
  private final SharedPages shared;
  private final Transactions transactions;
  private final Clock clock;

  Removals(PostgresPageStore store, SharedPages shared, Transactions transactions, Clock clock) {
    this.store = store;
    this.shared = shared;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Readers see it within seconds of the commit. */
  public void remove(String view, String tenant, String item) {
    store.remove(view, tenant, item, clock.instant());
    forget(view, tenant);
  }

  /** May be shown again, should a build say so. */
  public void restore(String view, String tenant, String item) {
    store.restore(view, tenant, item);
    forget(view, tenant);
  }

  /** Before the commit too: nobody does it after one whose outcome this process never learns. */
  private void forget(String view, String tenant) {
    shared.forget(view, tenant);
    transactions.afterCommit(() -> shared.forget(view, tenant));
  }
}
