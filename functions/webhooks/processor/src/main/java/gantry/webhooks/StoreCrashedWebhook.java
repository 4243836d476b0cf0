package gantry.webhooks;

import gantry.postgres.Transactions;
import gantry.webhooks.ProcessWebhook.Outcome;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.inbox.InboxMessage.Arrival;
import gantry.webhooks.inbox.RecogniseArrival;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.OwesDeadLetter;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.Settled;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.Undecided;
import gantry.webhooks.inbox.Verdicts;
import jakarta.inject.Singleton;

/** Records an event as FAILED whose processing never came to an end; nothing of it is run. */
@Singleton
final class StoreCrashedWebhook {
  private final RecogniseArrival inbox;
  private final Verdicts verdicts;
  private final Transactions transactions;

  StoreCrashedWebhook(RecogniseArrival inbox, Verdicts verdicts, Transactions transactions) {
    this.inbox = inbox;
    this.verdicts = verdicts;
    this.transactions = transactions;
  }

  Outcome store(Arrival arrival) {
    return transactions.inTransaction(() ->
        switch (inbox.recognise(arrival)) {
          case Undecided(var event, var attempts) -> crashed(event, attempts);
          case OwesDeadLetter(var event) -> new Outcome.Failed(event);
          case Settled _ -> new Outcome.Done();
        });
  }

  private Outcome crashed(WebhookEvent event, int attempts) {
    verdicts.crashed(event, attempts);
    return new Outcome.Failed(event.id());
  }
}
