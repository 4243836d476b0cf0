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
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    var known = Known.of(comparison.fingerprint(key));
    decisions.decide(new Delivered(delivery));
    // What the provider answered may be older than what it sent, wait for its plan, or have failed.
    if (before == Difference.CONFIRMED
        || comparison.compare(key, delivery.body()) != Difference.NONE) {
      return Outcome.SAME;
    }
    recorder.write(
        healed(key, delivery.id().toString())
            .changing(known, Known.of(comparison.fingerprint(key))));
    return Outcome.HEALED;
  }

  private static AuditEvent healed(SubscriptionKey key, String event) {
    return AuditEvent.of(
        Actor.system("reconciler"),
        "drift-healed",
        new AuditedObject("subscription", key.toString()),
        Map.of("event", event));
  }

  /** What the audit keeps a hash of: what the provider tells of a subscription. */
  @Serdeable
  record Known(String fingerprint) {
    static @Nullable Known of(Optional<String> fingerprint) {
      return fingerprint.map(Known::new).orElse(null);
    }
  }

  /** Writes down that it was healed. */
  @Singleton
  record Recorder(Transactions transactions, Audit audit) {
    void write(AuditEvent healed) {
      audit.append(healed);
    }
  }
}
