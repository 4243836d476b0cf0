package gantry.operations.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What operators may know. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeepHealthView(Health status, Instant checkedAt, List<Part> components) {
  static DeepHealthView of(HealthReport report) {
    return new DeepHealthView(
        report.health(), report.checkedAt(), report.components().stream().map(Part::of).toList());
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Part(
      String name, Health status, boolean required, long latencyMs, Map<String, Object> details) {
    private static Part of(ComponentReport component) {
      return new Part(
          component.name(),
          component.health(),
          component.required(),
          component.latency().toMillis(),
          component.observation().details());
    }
  }
}
