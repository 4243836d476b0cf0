package gantry.database;

import java.time.Duration;
import java.util.Map;

/**
 * How long what is kept that is not kept for ever: {@code WEBHOOK_BODIES_KEPT}, {@code
 * OPEN_WEBHOOK_BODIES_KEPT}, {@code FOLLOWERS_KEPT}, {@code ALERTS_KEPT}, {@code OUTBOX_KEPT}.
 */
record Retention(
    Duration bodies, Duration openBodies, Duration followers, Duration alerts, Duration outbox) {
  static Retention of(Map<String, String> environment) {
    return new Retention(
        kept(environment, "WEBHOOK_BODIES_KEPT", "P90D"),
        kept(environment, "OPEN_WEBHOOK_BODIES_KEPT", "P365D"),
        kept(environment, "FOLLOWERS_KEPT", "P90D"),
        kept(environment, "ALERTS_KEPT", "P365D"),
        kept(environment, "OUTBOX_KEPT", "P30D"));
  }

  /** A period of no or less than no time would be a mistake that nobody can undo. */
  private static Duration kept(Map<String, String> environment, String name, String otherwise) {
    var kept = Duration.parse(environment.getOrDefault(name, otherwise));
    if (kept.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalStateException(name + " is less than a day");
    }
    return kept;
  }
}
