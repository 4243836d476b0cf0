package gantry.providers;

import gantry.lambda.Metrics;
import gantry.resilience.Breaker;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the clients of providers; a capability's own client keeps the one it is given. */
@Singleton
public final class Providers {
  private final Metrics metrics;
  private final Clock clock;

  public Providers(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /** A client with its own breaker, pace and places: one per provider and function. */
  public ProviderClient client(ProviderSettings settings) {
    var breaker = new Breaker(settings.name(), settings.breaker(), metrics, clock);
    return new ProviderClient(settings, new AttemptedCall(settings, breaker, clock), metrics);
  }
}
