package gantry.webhooks.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What was consumed until the next reset. */
@MappedEntity("webhooks.usage_counters")
record Counter(@Id String meter, long used, Instant resetsAt) {
  /** Afterwards nothing is used of the new day. */
  boolean isOver(Instant now) {
    return !now.isBefore(resetsAt);
  }
}
