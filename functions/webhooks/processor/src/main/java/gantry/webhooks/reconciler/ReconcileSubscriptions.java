package gantry.webhooks.reconciler;

import gantry.lambda.Metrics;
import gantry.providers.Deadline;
import gantry.webhooks.lemonsqueezy.FoundSubscription;
import gantry.webhooks.lemonsqueezy.LemonSqueezyClient;
import gantry.webhooks.payload.RawBody;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider about subscriptions that should have changed, or whose events disagree. What it
 * answers goes the way of its webhooks; when it does not answer nothing changes.
 */
@Singleton
final class ReconcileSubscriptions {
  private static final Logger LOG = LoggerFactory.getLogger(ReconcileSubscriptions.class);
  private static final int MOST = 100;
  private static final Duration TIME = Duration.ofSeconds(40);

  private final DueSubscriptions due;
  private final LemonSqueezyClient provider;
  private final HealDrift healDrift;
  private final Metrics metrics;

  ReconcileSubscriptions(
      DueSubscriptions due, LemonSqueezyClient provider, HealDrift healDrift, Metrics metrics) {
    this.due = due;
    this.provider = provider;
    this.healDrift = healDrift;
    this.metrics = metrics;
  }

  /** How many were asked about, how many of them differed, and how many nobody could tell of. */
  record Summary(int checked, int healed, int unknown) {}

  Summary reconcile() {
    return reconcile(due.take(MOST), Deadline.in(TIME));
  }

  private Summary reconcile(List<DueSubscription> subscriptions, Deadline deadline) {
    var healed = 0;
    var unknown = 0;
    for (var subscription : subscriptions) {
      // After a failure the rest would only wait for the breaker, one by one.
      switch (unknown > 2 ? Result.UNKNOWN : check(subscription, deadline)) {
        case HEALED -> healed++;
        case SAME -> {}
        case UNKNOWN -> {
          unknown++;
          due.giveBack(subscription);
        }
      }
    }
    LOG.info("Of {} subscriptions {} differed, {} unknown", subscriptions.size(), healed, unknown);
    return new Summary(subscriptions.size(), healed, unknown);
  }

  private enum Result {
    HEALED,
    SAME,
    UNKNOWN
  }

  private Result check(DueSubscription subscription, Deadline deadline) {
    return switch (provider.subscription(subscription.subscriptionId(), deadline)) {
      case FoundSubscription.Shown(var document) -> compare(subscription, document);
      case FoundSubscription.Missing _ -> {
        metrics.count("SubscriptionMissing", Map.of("provider", subscription.provider()));
        yield Result.SAME;
      }
      case FoundSubscription.Unknown _ -> Result.UNKNOWN;
    };
  }

  private Result compare(DueSubscription subscription, RawBody document) {
    return switch (healDrift.heal(subscription.key(), document)) {
      case HEALED -> {
        due.healed(subscription);
        metrics.count("SubscriptionDriftHealed", Map.of("provider", subscription.provider()));
        yield Result.HEALED;
      }
      case SAME -> Result.SAME;
      case FOREIGN -> Result.UNKNOWN;
    };
  }
}
