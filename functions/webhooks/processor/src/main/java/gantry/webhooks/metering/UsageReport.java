package gantry.webhooks.metering;

import gantry.webhooks.lemonsqueezy.UsageRecord;
import gantry.webhooks.plans.Metering.Action;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
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
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  /** What the provider is told, of whom so much is known already. */
  UsageRecord record(long known) {
    return new UsageRecord(action, action == Action.SET ? known + quantity : quantity);
  }

  /** Somebody may still be sending it. */
  boolean isUnderWay(Instant now) {
    return state.equals("SENDING") && changedAt.plus(UNDER_WAY).isAfter(now);
  }
}
