package gantry.providers;

import gantry.lambda.Metrics;
import gantry.meter.Paces;
import gantry.resilience.Breaker;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the clients of providers; a capability's own client keeps the one it is given. */
@Singleton
public final class Providers {
  private final Metrics metrics;
  private final Clock clock;
  private final Paces paces;

  public Providers(Metrics metrics, Clock clock, Paces paces) {
    this.metrics = metrics;
    this.clock = clock;
    this.paces = paces;
  }

  /** A client with its own breaker and places: one per provider and function. */
  public ProviderClient client(ProviderSettings settings) {
    var breaker = new Breaker(settings.name(), settings.breaker(), metrics, clock);
    var pace = paces.of(settings.name(), settings.limits().pace());
    return new ProviderClient(settings, new AttemptedCall(settings, breaker, pace, clock), metrics);
  }
}
