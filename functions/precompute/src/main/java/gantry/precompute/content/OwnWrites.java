package gantry.precompute.content;

import gantry.postgres.Transactions;
import gantry.precompute.ReadOwnView;
import gantry.precompute.Subject;
import gantry.precompute.View;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Lets people read what they wrote: their dashboard is composed anew after it. */
@Singleton
final class OwnWrites {
  private final ReadOwnView pages;
  private final View dashboard;
  private final Transactions transactions;

  OwnWrites(ReadOwnView pages, @Named("dashboard") View dashboard, Transactions transactions) {
    this.pages = pages;
    this.dashboard = dashboard;
    this.transactions = transactions;
  }

  /** In the transaction of the write; takes effect with its commit. */
  void concern(String tenant, String user) {
    var subject = new Subject(tenant, user);
    transactions.afterCommit(() -> pages.forget(dashboard, subject));
  }
}
