package gantry.webhooks.usage;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** How much of a meter is used today; after a change to a lesser plan it may exceed the limit. */
@Serdeable
public record MeterUse(long limit, long used, long remaining, Instant resetsAt) {
  public static MeterUse of(long limit, long used, Instant resetsAt) {
    return new MeterUse(limit, used, Math.max(0, limit - used), resetsAt);
  }
}
