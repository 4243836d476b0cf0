package gantry.alerts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;

/** How soon somebody has to look; from least to most. */
@Serdeable
public enum Severity {
  LOW(Duration.ofHours(24)),
  MEDIUM(Duration.ofHours(4)),
  /** Somebody is called. */
  HIGH(Duration.ofHours(1)),
  /** Somebody is called, and again soon. */
  CRITICAL(Duration.ofMinutes(15));

  private final Duration coolDown;

  Severity(Duration coolDown) {
    this.coolDown = coolDown;
  }

  /** The least time between two notices of one rule that it fires. */
  Duration coolDown() {
    return coolDown;
  }
}
