package gantry.webhooks;

import gantry.postgres.Transactions;
import gantry.webhooks.handler.WebhookEvent;
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
public final class ProcessWebhook {
  private final RecogniseArrival inbox;
  private final DecideWebhook decisions;
  private final ReleaseChildren children;
  private final Transactions transactions;

  ProcessWebhook(
      RecogniseArrival inbox,
      DecideWebhook decisions,
      ReleaseChildren children,
      Transactions transactions) {
    this.inbox = inbox;
    this.decisions = decisions;
    this.children = children;
    this.transactions = transactions;
  }

  /** What the queue has to know. */
  public sealed interface Outcome {
    /** The message is finished with. */
    record Done() implements Outcome {}

    /** The event waits for its next attempt, and so does the message. */
    record Later(Duration delay) implements Outcome {}

    /** Failed for good; the dead-letter queue gets a copy. */
    record Failed(UUID event) implements Outcome {}
  }

  /** Throws only when nothing could be stored; the message must then come again. */
  public Outcome process(Arrival arrival) {
    return transactions.inTransaction(() ->
        switch (inbox.recognise(arrival)) {
          case Undecided(var event, var attempts) -> decide(event, attempts);
          case OwesDeadLetter(var event) -> new Outcome.Failed(event);
          case Settled _ -> new Outcome.Done();
        });
  }

  private Outcome decide(WebhookEvent event, int attempts) {
    var outcome = decisions.decide(event, attempts);
    if (outcome instanceof Outcome.Done) {
      children.after(event.id());
    }
    return outcome;
  }
}
