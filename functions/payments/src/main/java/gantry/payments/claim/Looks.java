package gantry.payments.claim;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sends the message for a claim's next look once the claim is stored. */
@Singleton
final class Looks {
  private final Transactions transactions;
  private final WatchQueue queue;

  Looks(Transactions transactions, WatchQueue queue) {
    this.transactions = transactions;
    this.queue = queue;
  }

  void plan(ClaimRow claim, Duration delay) {
    transactions.afterCommit(() -> queue.send(claim.id(), claim.attempt(), delay));
  }
}
