package gantry.operations.health;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What everybody may know: names, and how they are. */
@Serdeable
record HealthView(Health status, List<Part> components) {
  static HealthView of(HealthReport report) {
    return new HealthView(report.health(), report.components().stream().map(Part::of).toList());
  }

  @Serdeable
  record Part(String name, Health status) {
    private static Part of(ComponentReport component) {
      return new Part(component.name(), component.health());
    }
  }
}
