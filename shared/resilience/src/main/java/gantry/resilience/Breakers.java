package gantry.resilience;

import gantry.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes breakers whose changes are told. */
@Singleton
public final class Breakers {
  private final Metrics metrics;
  private final Clock clock;
  private final CircuitListener listener;

  public Breakers(Metrics metrics, Clock clock, CircuitListener listener) {
    this.metrics = metrics;
    this.clock = clock;
    this.listener = listener;
  }

  /** The name goes out as a metric's dimension: one per server, not per call. */
  public Breaker breaker(String name, BreakerConfig config) {
    return new Breaker(name, config, new ToldChanges(metrics, listener), clock);
  }

  /** One whose maker listens, too. */
  public Breaker breaker(String name, BreakerConfig config, CircuitListener maker) {
    CircuitListener both =
        change -> {
          maker.changed(change);
          listener.changed(change);
        };
    return new Breaker(name, config, new ToldChanges(metrics, both), clock);
  }
}
