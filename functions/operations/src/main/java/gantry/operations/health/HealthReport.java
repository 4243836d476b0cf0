package gantry.operations.health;

import java.time.Instant;
import java.util.List;

/** All components at one moment. */
record HealthReport(Instant checkedAt, List<ComponentReport> components) {
  HealthReport {
    components = List.copyOf(components);
  }

  Health health() {
    return components.stream().map(ComponentReport::weight).reduce(Health.HEALTHY, Health::worse);
  }
}
