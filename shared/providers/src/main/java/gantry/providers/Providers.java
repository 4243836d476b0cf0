package gantry.providers;

import gantry.lambda.Metrics;
import gantry.meter.Paces;
import gantry.resilience.Breakers;
import gantry.resilience.CircuitChange;
import gantry.resilience.CircuitState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Makes the clients of providers; a capability's own client keeps the one it is given. */
@Singleton
public final class Providers {
  private final Breakers breakers;
  private final Metrics metrics;
  private final Clock clock;
  private final Paces paces;

  public Providers(Breakers breakers, Metrics metrics, Clock clock, Paces paces) {
    this.breakers = breakers;
    this.metrics = metrics;
    this.clock = clock;
    this.paces = paces;
  }

  /** A client with its own breaker and places: one per provider and function. */
  public ProviderClient client(ProviderSettings settings) {
    var breaker = breakers.breaker(settings.name(), settings.breaker(), this::report);
    var pace = paces.of(settings.name(), settings.limits().pace());
    return new ProviderClient(settings, new AttemptedCall(settings, breaker, pace, clock), metrics);
  }

  /** Apart from the count of all breakers: an alarm cannot leave the stores out of that. */
  private void report(CircuitChange change) {
    if (change.state() == CircuitState.OPEN) {
      metrics.count("ProviderAway", Map.of("provider", change.circuit()));
    }
  }
}
