package gantry.webhooks.subscriptions;

import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The events that wait for a plan to name their variant. */
@Singleton
public final class WaitingVariants {
  private final PostgresWaitingStore store;
  private final Plans plans;

  WaitingVariants(PostgresWaitingStore store, Plans plans) {
    this.store = store;
    this.plans = plans;
  }

  /** Those that need not wait any longer, oldest first. */
  public List<UUID> mapped(int limit) {
    var variants = List.copyOf(plans.variants());
    return variants.isEmpty()
        ? List.of()
        : store.mapped(variants, limit).stream().map(WaitingVariant::event).toList();
  }

  public void forget(UUID event) {
    store.forget(event);
  }
}
