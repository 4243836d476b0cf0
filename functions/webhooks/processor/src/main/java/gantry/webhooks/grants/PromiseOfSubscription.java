package gantry.webhooks.grants;

import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells what a subscription in this state gives, whenever it is asked. */
@Singleton
public final class PromiseOfSubscription {
  private final Plans plans;
  private final Duration grace;

  PromiseOfSubscription(Plans plans, GraceConfig config) {
    this.plans = plans;
    this.grace = config.grace();
  }

  public Promise of(Terms terms) {
    var plan = plans.ofVariant(terms.variant()).map(Plan::name).orElse(null);
    return plan == null || terms.status() == null
        ? Promise.nothing(Reason.NONE)
        : of(terms, terms.status(), plan);
  }

  private Promise of(Terms terms, Status status, String plan) {
    return switch (status) {
      case ON_TRIAL -> Promise.open(plan, Reason.TRIAL);
      case ACTIVE -> Promise.open(plan, Reason.ACTIVE);
      case PAUSED -> paused(terms, plan);
      case PAST_DUE -> pastDue(terms, plan);
      case INCOMPLETE, UNPAID -> Promise.nothing(Reason.UNPAID);
      case CANCELLED -> cancelled(terms, plan);
      case EXPIRED -> Promise.nothing(Reason.EXPIRED);
    };
  }

  /** Only what is said to be free is: a mode that is missing or new gives nothing. */
  private static Promise paused(Terms terms, String plan) {
    return "free".equals(terms.pauseMode())
        ? Promise.open(plan, Reason.PAUSED_FREE)
        : Promise.nothing(Reason.PAUSED_VOID);
  }

  /** Open while nobody knows when it began: the provider is asked. */
  private Promise pastDue(Terms terms, String plan) {
    return terms.pastDueSince() == null
        ? Promise.open(plan, Reason.PAST_DUE_GRACE)
        : new Promise(plan, terms.pastDueSince().plus(grace), Reason.PAST_DUE_GRACE, Reason.UNPAID);
  }

  private static Promise cancelled(Terms terms, String plan) {
    var end = terms.endsAt() == null ? terms.renewsAt() : terms.endsAt();
    return end == null
        ? Promise.nothing(Reason.EXPIRED)
        : Promise.of(plan, end, Reason.CANCELLED_UNTIL_END);
  }
}
