package gantry.webhooks.reconciler;

import gantry.lambda.UuidV7;
import gantry.postgres.Transactions;
import gantry.webhooks.inbox.InboxMessage.Replayed;
import gantry.webhooks.subscriptions.WaitingVariants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Decides again on the events whose variant a plan has been given since. */
@Singleton
final class ReleaseVariants {
  private static final int MOST = 200;

  private final WaitingVariants waiting;
  private final DecideAtOnce decisions;
  private final Transactions transactions;
  private final UuidV7 ids;

  ReleaseVariants(
      WaitingVariants waiting, DecideAtOnce decisions, Transactions transactions, UuidV7 ids) {
    this.waiting = waiting;
    this.decisions = decisions;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** How many there were. */
  int release() {
    var events = waiting.mapped(MOST);
    events.forEach(this::release);
    return events.size();
  }

  private void release(UUID event) {
    transactions.inTransaction(() -> {
      waiting.forget(event);
      decisions.decide(new Replayed(ids.next(), event));
      return event;
    });
  }
}
