package gantry.webhooks.reconciler;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import gantry.webhooks.inbox.InboxMessage.Delivered;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.subscriptions.CompareSubscription;
import gantry.webhooks.subscriptions.CompareSubscription.Difference;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Takes what a provider answered as if it had sent it: the same inbox, the same handler, the same
 * effects, and an audit row beside.
 */
@Singleton
final class HealDrift {
  private final FetchedEvent fetched;
  private final CompareSubscription comparison;
  private final DecideAtOnce decisions;
  private final Recorder recorder;

  HealDrift(
      FetchedEvent fetched,
      CompareSubscription comparison,
      DecideAtOnce decisions,
      Recorder recorder) {
    this.fetched = fetched;
    this.comparison = comparison;
    this.decisions = decisions;
    this.recorder = recorder;
  }

  enum Outcome {
    HEALED,
    SAME
  }

  Outcome heal(SubscriptionKey key, RawBody event) {
    var delivery = fetched.delivery(key, event);
    return recorder.transactions().inTransaction(() -> heal(key, delivery));
  }

  private Outcome heal(SubscriptionKey key, WebhookDelivery delivery) {
    var before = comparison.compare(key, delivery.body());
    if (before == Difference.NONE) {
      return Outcome.SAME;
    }
    decisions.decide(new Delivered(delivery));
    // What the provider answered may be older than what it sent, wait for its plan, or have failed.
    if (before == Difference.CONFIRMED
        || comparison.compare(key, delivery.body()) != Difference.NONE) {
      return Outcome.SAME;
    }
    recorder.healed(key, delivery.id().toString());
    return Outcome.HEALED;
  }

  /** Writes down that it was healed. */
  @Singleton
  record Recorder(Transactions transactions, Audit audit) {
    void healed(SubscriptionKey key, String event) {
      audit.append(
          AuditEvent.of(
              Actor.system("reconciler"),
              "drift-healed",
              new AuditedObject("subscription", key.toString()),
              Map.of("event", event)));
    }
  }
}
