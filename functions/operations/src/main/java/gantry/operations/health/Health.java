package gantry.operations.health;

import io.micronaut.serde.annotation.Serdeable;

/** How a component, or all of Gantry, is; from best to worst. */
@Serdeable
enum Health {
  HEALTHY,
  /** Works with less: slower, later, or without a part that callers can miss. */
  DEGRADED,
  /** Does not do what callers need. */
  UNHEALTHY;

  Health worse(Health other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What this means for the whole when callers can do without the component. */
  Health ifMissed() {
    return this == UNHEALTHY ? DEGRADED : this;
  }
}
