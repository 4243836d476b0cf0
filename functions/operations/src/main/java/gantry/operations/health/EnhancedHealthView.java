package gantry.operations.health;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** Version 2 of what everybody may know. */
@Serdeable
record EnhancedHealthView(
    Health status, boolean live, boolean ready, Instant checkedAt, List<Part> components) {
  static EnhancedHealthView of(HealthReport report) {
    var health = report.health();
    return new EnhancedHealthView(
        health,
        true,
        health != Health.UNHEALTHY,
        report.checkedAt(),
        report.components().stream().map(Part::of).toList());
  }

  @Serdeable
  record Part(String name, Health status, boolean required) {
    private static Part of(ComponentReport component) {
      return new Part(component.name(), component.health(), component.required());
    }
  }
}
