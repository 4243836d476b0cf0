package gantry.webhooks.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt to consume, and what it was answered. */
@MappedEntity("webhooks.consumptions")
record Consumption(
    String tenant,
    String userId,
    String meter,
    @Id String consumptionId,
    long amount,
    boolean allowed,
    long used,
    long allowance,
    Instant resetsAt,
    Instant at,
    @Nullable Instant rolledBackAt) {
  /** Allowed, and not given back. */
  boolean isHeld() {
    return allowed && rolledBackAt == null;
  }

  MeterUse use() {
    return MeterUse.of(allowance, used, resetsAt);
  }
}
