package gantry.payments.claim;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Grants that were promised, until they are out. */
@Singleton
final class GrantOutbox {
  private final PostgresGrantStore store;
  private final Transactions transactions;

  GrantOutbox(PostgresGrantStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** With the transaction around it; the sending follows its commit. */
  void keep(GrantRow grant, Runnable sending) {
    store.insert(grant);
    transactions.afterCommit(sending);
  }

  List<GrantRow> unsent(int most) {
    return store.unsent(most);
  }

  void markSent(GrantRow grant, Instant at) {
    store.markSent(grant.claim(), at);
  }
}
