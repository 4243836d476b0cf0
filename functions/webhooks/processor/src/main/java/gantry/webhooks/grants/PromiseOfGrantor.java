package gantry.webhooks.grants;

import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells what a stored grantor gives, whenever it is asked. */
@Singleton
final class PromiseOfGrantor {
  private final PromiseOfSubscription subscriptions;
  private final Plans plans;
  private final AccessConfig config;

  PromiseOfGrantor(PromiseOfSubscription subscriptions, Plans plans, AccessConfig config) {
    this.subscriptions = subscriptions;
    this.plans = plans;
    this.config = config;
  }

  /** Whose purchases count. */
  List<String> modes() {
    return config.modes();
  }

  Promise of(GrantorRow row) {
    if (row.refunded()) {
      return Promise.nothing(Reason.REFUNDED);
    }
    return switch (row.kind()) {
      case SUBSCRIPTION -> subscriptions.of(row.terms());
      case ORDER -> given(plans.ofVariant(row.variantId()), row, Reason.ORDER);
      case GRANT -> given(plans.named(row.plan()), row, Reason.GRANT);
    };
  }

  private static Promise given(Optional<Plan> plan, GrantorRow row, Reason reason) {
    return plan.map(it -> Promise.of(it.name(), row.endsAt(), reason))
        .orElseGet(() -> Promise.nothing(Reason.NONE));
  }
}
