package gantry.webhooks;

import gantry.postgres.Transactions;
import gantry.webhooks.inbox.InboxMessage.Arrival;
import gantry.webhooks.inbox.RecogniseArrival;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.OwesDeadLetter;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.Settled;
import gantry.webhooks.inbox.RecogniseArrival.Recognition.Undecided;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Stores an event, decides on it and gives it its effects, all in one transaction. */
@Singleton
final class ProcessWebhook {
  private final RecogniseArrival inbox;
  private final DecideWebhook decisions;
  private final Transactions transactions;

  ProcessWebhook(RecogniseArrival inbox, DecideWebhook decisions, Transactions transactions) {
    this.inbox = inbox;
    this.decisions = decisions;
    this.transactions = transactions;
  }

  /** What the queue has to know. */
  sealed interface Outcome {
    /** The message is finished with. */
    record Done() implements Outcome {}

    /** The event waits for its next attempt, and so does the message. */
    record Later(Duration delay) implements Outcome {}

    /** Failed for good; the dead-letter queue gets a copy. */
    record Failed(UUID event) implements Outcome {}
  }

  /** Throws only when nothing could be stored; the message must then come again. */
  Outcome process(Arrival arrival) {
    return transactions.inTransaction(() ->
        switch (inbox.recognise(arrival)) {
          case Undecided(var event, var attempts) -> decisions.decide(event, attempts);
          case OwesDeadLetter(var event) -> new Outcome.Failed(event);
          case Settled _ -> new Outcome.Done();
        });
  }
}
