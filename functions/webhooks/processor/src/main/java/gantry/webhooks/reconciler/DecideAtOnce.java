package gantry.webhooks.reconciler;

import gantry.postgres.Transactions;
import gantry.webhooks.ProcessWebhook;
import gantry.webhooks.ProcessWebhook.Outcome.Done;
import gantry.webhooks.events.RepeatDecision;
import gantry.webhooks.inbox.InboxMessage.Delivered;
import gantry.webhooks.inbox.InboxMessage.Replayed;
import jakarta.inject.Singleton;

/**
 * Decides on an event that no message brought, in the caller's transaction. Where that fails there
 * is no message to come again: it gets one.
 */
@Singleton
final class DecideAtOnce {
  private final ProcessWebhook processWebhook;
  private final RepeatDecision repetition;
  private final Transactions transactions;

  DecideAtOnce(
      ProcessWebhook processWebhook, RepeatDecision repetition, Transactions transactions) {
    this.processWebhook = processWebhook;
    this.repetition = repetition;
    this.transactions = transactions;
  }

  /** Sent before the commit: a stored event waits for nothing else afterwards. */
  void decide(Replayed stored) {
    if (!(processWebhook.process(stored) instanceof Done)) {
      repetition.repeat(stored.event());
    }
  }

  /** Sent after the commit, as there is no event before; without it the provider is asked again. */
  void decide(Delivered fresh) {
    if (!(processWebhook.process(fresh) instanceof Done)) {
      transactions.afterCommit(() -> repetition.repeat(fresh.delivery()));
    }
  }
}
