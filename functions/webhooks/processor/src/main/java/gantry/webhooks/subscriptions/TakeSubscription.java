package gantry.webhooks.subscriptions;

import gantry.lambda.Metrics;
import gantry.webhooks.grants.Status;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Decides on what a provider's event tells of a subscription. What nobody can place yet is kept: an
 * unknown variant waits for its plan, an unknown status is stored and changes nobody's access.
 */
@Singleton
final class TakeSubscription {
  private final RecordSubscription recordSubscription;
  private final PostgresWaitingStore waiting;
  private final Plans plans;
  private final Metrics metrics;

  TakeSubscription(
      RecordSubscription recordSubscription,
      PostgresWaitingStore waiting,
      Plans plans,
      Metrics metrics) {
    this.recordSubscription = recordSubscription;
    this.waiting = waiting;
    this.plans = plans;
    this.metrics = metrics;
  }

  Decision take(Told told) {
    if (awaitsPlan(told)) {
      count("SubscriptionVariantUnknown", told);
      return new Decision.Parked("unknown-variant");
    }
    if (Status.of(told.state().status()).isEmpty()) {
      count("SubscriptionStatusUnknown", told);
    }
    return switch (recordSubscription.record(told)) {
      case APPLIED -> new Decision.Applied();
      case OUTDATED -> new Decision.Stale();
    };
  }

  private boolean awaitsPlan(Told told) {
    var variant = told.state().variant();
    return variant != null
        && plans.ofVariant(variant).isEmpty()
        && waiting.await(told.source().event(), variant) == 1;
  }

  private void count(String metric, Told told) {
    metrics.count(metric, Map.of("provider", told.key().provider().slug()));
  }
}
