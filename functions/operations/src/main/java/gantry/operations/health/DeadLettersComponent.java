package gantry.operations.health;

import jakarta.inject.Singleton;
import java.util.Map;

/** Whether anything failed for good that nobody has looked at. */
@Singleton
final class DeadLettersComponent implements Component {
  private final QueueCounts counts;
  private final HealthConfig config;

  DeadLettersComponent(QueueCounts counts, HealthConfig config) {
    this.counts = counts;
    this.config = config;
  }

  @Override
  public String name() {
    return "dead-letters";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public Observation observe() {
    var waiting = counts.waiting(config.deadLetterAddresses());
    var isAny = waiting.values().stream().anyMatch(count -> count > 0);
    return new Observation(isAny ? Health.DEGRADED : Health.HEALTHY, Map.copyOf(waiting));
  }
}
