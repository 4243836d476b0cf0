package gantry.webhooks.reconciler;

import gantry.lambda.Metrics;
import gantry.providers.Deadline;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.reconciler.SubscriptionSource.Answer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
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

  /** So many questions without an answer tell that there will be none. */
  private static final int ENOUGH = 3;

  private static final Duration TIME = Duration.ofSeconds(40);

  private final DueSubscriptions due;
  private final SubscriptionSources sources;
  private final HealDrift healDrift;
  private final Metrics metrics;

  ReconcileSubscriptions(
      DueSubscriptions due, SubscriptionSources sources, HealDrift healDrift, Metrics metrics) {
    this.due = due;
    this.sources = sources;
    this.healDrift = healDrift;
    this.metrics = metrics;
  }

  /** How many were asked about, how many of them differed, and how many nobody could tell of. */
  record Summary(int checked, int healed, int unknown) {}

  Summary reconcile() {
    return reconcile(due.take(sources.ready(), MOST), Deadline.in(TIME));
  }

  private Summary reconcile(List<DueSubscription> subscriptions, Deadline deadline) {
    var results = new EnumMap<Result, Integer>(Result.class);
    var away = new HashMap<String, Integer>();
    for (var subscription : subscriptions) {
      var provider = subscription.provider();
      // Of a provider that is away the rest would only wait for the breaker, one by one.
      var result =
          away.getOrDefault(provider, 0) < ENOUGH ? check(subscription, deadline) : Result.UNASKED;
      results.merge(result, 1, Integer::sum);
      switch (result) {
        case HEALED -> due.healed(subscription);
        case SAME, UNKNOWN -> {} // Its turn is over: asked again later, and less and less often.
        case AWAY -> {
          away.merge(provider, 1, Integer::sum);
          due.postpone(subscription);
        }
        case UNASKED -> due.giveBack(subscription);
      }
    }
    return summary(results);
  }

  private static Summary summary(Map<Result, Integer> results) {
    var healed = results.getOrDefault(Result.HEALED, 0);
    var checked = results.values().stream().mapToInt(Integer::intValue).sum();
    var unknown = checked - healed - results.getOrDefault(Result.SAME, 0);
    LOG.info("Of {} subscriptions {} differed, {} unknown", checked, healed, unknown);
    return new Summary(checked, healed, unknown);
  }

  private enum Result {
    HEALED,
    SAME,
    /** Nobody can tell about this one. */
    UNKNOWN,
    /** The provider does not answer. */
    AWAY,
    UNASKED
  }

  private Result check(DueSubscription subscription, Deadline deadline) {
    return switch (sources.ask(subscription.key(), deadline)) {
      case Answer.Told(var event) -> compare(subscription, event);
      case Answer.Missing _ -> {
        metrics.count("SubscriptionMissing", Map.of("provider", subscription.provider()));
        yield Result.SAME;
      }
      case Answer.Unknown _ -> Result.UNKNOWN;
      case Answer.Away _ -> Result.AWAY;
    };
  }

  private Result compare(DueSubscription subscription, RawBody event) {
    return switch (healDrift.heal(subscription.key(), event)) {
      case HEALED -> {
        metrics.count("SubscriptionDriftHealed", Map.of("provider", subscription.provider()));
        yield Result.HEALED;
      }
      case SAME -> Result.SAME;
    };
  }
}
