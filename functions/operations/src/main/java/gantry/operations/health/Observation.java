package gantry.operations.health;

import java.util.Map;

/** What a component says; details are for operators only. */
record Observation(Health health, Map<String, Object> details) {
  Observation {
    details = Map.copyOf(details);
  }

  static Observation unhealthy(String why) {
    return new Observation(Health.UNHEALTHY, Map.of("error", why));
  }
}
