package gantry.operations.health;

import jakarta.inject.Singleton;
import java.util.Map;

/** The queues answer. How many messages wait is load, not health: their age has an alarm. */
@Singleton
final class QueuesComponent implements Component {
  private final QueueCounts counts;
  private final HealthConfig config;

  QueuesComponent(QueueCounts counts, HealthConfig config) {
    this.counts = counts;
    this.config = config;
  }

  @Override
  public String name() {
    return "queues";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public Observation observe() {
    return new Observation(
        Health.HEALTHY, Map.copyOf(counts.of(config.addresses(), QueueCount::asDetails)));
  }
}
