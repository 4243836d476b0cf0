package gantry.operations.health;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Subscriptions that were otherwise at their provider, and were healed; the limit is the alarm's.
 */
@Singleton
final class DriftComponent implements Component {
  private static final Duration SPAN = Duration.ofHours(1);
  private static final long MANY = 10;

  private final PostgresHealthStore store;
  private final Clock clock;

  DriftComponent(PostgresHealthStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public Observation observe() {
    var healed = store.driftHealed(clock.instant().minus(SPAN));
    return new Observation(
        healed > MANY ? Health.DEGRADED : Health.HEALTHY, Map.of("healedInTheLastHour", healed));
  }
}
