package gantry.providers;

import gantry.lambda.Metrics;
import gantry.meter.Paces;
import gantry.resilience.Breakers;
import jakarta.inject.Singleton;
import java.time.Clock;

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
    var breaker = breakers.breaker(settings.name(), settings.breaker());
    var pace = paces.of(settings.name(), settings.limits().pace());
    return new ProviderClient(settings, new AttemptedCall(settings, breaker, pace, clock), metrics);
  }
}
