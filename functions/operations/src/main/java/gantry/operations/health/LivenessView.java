package gantry.operations.health;

import io.micronaut.serde.annotation.Serdeable;

/** The answer of whoever can answer. */
@Serdeable
record LivenessView(String status) {
  static final LivenessView ALIVE = new LivenessView("ALIVE");
}
