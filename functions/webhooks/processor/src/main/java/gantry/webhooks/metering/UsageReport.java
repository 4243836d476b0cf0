package gantry.webhooks.metering;

import gantry.webhooks.lemonsqueezy.UsageRecord;
import gantry.webhooks.plans.Metering.Action;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one user used of a meter on one closed day; before is what was known when it was sent. */
@MappedEntity("webhooks.usage_reports")
record UsageReport(
    String tenant,
    @Id String userId,
    String meter,
    Instant day,
    String itemId,
    long quantity,
    Action action,
    String state,
    @Nullable Long before,
    @Nullable Instant periodStart,
    Instant changedAt) {
  /** What the provider is told, of whom so much is known already. */
  UsageRecord record(long known) {
    return new UsageRecord(action, action == Action.SET ? known + quantity : quantity);
  }

  boolean isOpen() {
    return state.equals("OPEN");
  }
}
