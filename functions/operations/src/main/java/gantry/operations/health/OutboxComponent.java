package gantry.operations.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Committed facts and how long they wait to be published; the limit is the alarm's. */
@Singleton
final class OutboxComponent implements Component {
  private static final Duration LATE = Duration.ofMinutes(2);

  private final PostgresHealthStore store;

  OutboxComponent(PostgresHealthStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public Observation observe() {
    var lag = store.outboxLagSeconds();
    return new Observation(
        lag > LATE.toSeconds() ? Health.DEGRADED : Health.HEALTHY, Map.of("lagSeconds", lag));
  }
}
