package gantry.emergency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The switch as it is stored; each turn of it has the next version. */
@MappedEntity("emergency.switch")
@Serdeable
record SwitchRow(
    @Id long version,
    String level,
    String routes,
    String reason,
    String actor,
    Instant since,
    @Nullable Instant until,
    boolean endsWhenHealthy) {
  static SwitchRow of(long version, Restriction restriction) {
    return new SwitchRow(
        version,
        restriction.level().name(),
        String.join("\n", restriction.routes()),
        restriction.reason(),
        restriction.actor(),
        restriction.since(),
        restriction.until(),
        restriction.endsWhenHealthy());
  }

  Restriction restriction() {
    return new Restriction(
        Level.valueOf(level),
        routes.lines().toList(),
        reason,
        actor,
        since,
        until,
        endsWhenHealthy);
  }
}
