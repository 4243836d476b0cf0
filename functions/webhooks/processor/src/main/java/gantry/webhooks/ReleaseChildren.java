package gantry.webhooks;

import gantry.postgres.DatabaseFailure;
import gantry.postgres.Transactions;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandlers;
import gantry.webhooks.inbox.Verdicts;
import gantry.webhooks.inbox.WaitingChildren;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides again on what waited for this event, in the same transaction. */
@Singleton
final class ReleaseChildren {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseChildren.class);

  private final WaitingChildren children;
  private final WebhookHandlers handlers;
  private final Verdicts verdicts;
  private final Transactions transactions;

  ReleaseChildren(
      WaitingChildren children,
      WebhookHandlers handlers,
      Verdicts verdicts,
      Transactions transactions) {
    this.children = children;
    this.handlers = handlers;
    this.verdicts = verdicts;
    this.transactions = transactions;
  }

  void after(UUID parent) {
    children.of(parent).forEach(this::decide);
  }

  /** One that fails waits for the next event of its resource; the parent is not to blame. */
  private void decide(WebhookEvent child) {
    try {
      var decision = transactions.inSavepoint(() -> handlers.decide(child));
      verdicts.decided(child, decision, 0);
    } catch (RuntimeException thrown) {
      if (DatabaseFailure.of(thrown).filter(DatabaseFailure::passes).isPresent()) {
        throw thrown;
      }
      LOG.warn("Event {} waits on: {}", child.id(), FailureText.of(thrown));
    }
  }
}
