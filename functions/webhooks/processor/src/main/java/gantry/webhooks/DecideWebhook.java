package gantry.webhooks;

import gantry.postgres.DatabaseFailure;
import gantry.postgres.Transactions;
import gantry.webhooks.ProcessWebhook.Outcome;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandlers;
import gantry.webhooks.inbox.Verdicts;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the event's handler behind a savepoint and writes down the verdict. A handler that throws
 * has used up an attempt; a database that fails has not, and takes the transaction with it.
 */
@Singleton
final class DecideWebhook {
  private static final Logger LOG = LoggerFactory.getLogger(DecideWebhook.class);

  private final WebhookHandlers handlers;
  private final Verdicts verdicts;
  private final Transactions transactions;
  private final RetryPolicy retries;

  DecideWebhook(
      WebhookHandlers handlers, Verdicts verdicts, Transactions transactions, RetryPolicy retries) {
    this.handlers = handlers;
    this.verdicts = verdicts;
    this.transactions = transactions;
    this.retries = retries;
  }

  Outcome decide(WebhookEvent event, int attempts) {
    try {
      var decision = transactions.inSavepoint(() -> handlers.decide(event));
      verdicts.decided(event, decision, attempts);
      return new Outcome.Done();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
      if (DatabaseFailure.of(thrown).filter(DatabaseFailure::passes).isPresent()) {
        throw thrown;
      }
      return countAttempt(event, attempts + 1, FailureText.of(thrown));
    }
  }

  private Outcome countAttempt(WebhookEvent event, int attempts, String error) {
    LOG.warn("Attempt {} on event {} failed: {}", attempts, event.id(), error);
    if (attempts >= retries.maxAttempts()) {
      verdicts.failed(event, error, attempts);
      return new Outcome.Failed(event.id());
    }
    var delay = retries.afterAttempt(attempts);
    verdicts.waiting(event, error, attempts, delay);
    return new Outcome.Later(delay);
  }
}
