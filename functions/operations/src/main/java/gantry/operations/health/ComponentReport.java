package gantry.operations.health;

import java.time.Duration;

/** One component as it was found. */
record ComponentReport(String name, boolean required, Duration latency, Observation observation) {
  Health health() {
    return observation.health();
  }

  Health weight() {
    return required ? health() : health().ifMissed();
  }
}
