package gantry.precompute;

import java.time.Duration;
import java.time.Instant;

/**
 * One build of a view for one subject.
 *
 * @param fence larger than that of every earlier build
 * @param body a JSON object, without what was removed since
 * @param removed tells by what removals it was filtered
 */
record Page(long fence, String body, Instant computedAt, String removed) {
  boolean isOlderThan(Duration age, Instant now) {
    return computedAt.plus(age).isBefore(now);
  }
}
