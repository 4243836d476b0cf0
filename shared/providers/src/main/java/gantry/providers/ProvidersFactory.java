package gantry.providers;

import gantry.meter.EvenPace;
import gantry.meter.Paces;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

@Factory
final class ProvidersFactory {
  /** A function that carries shared/redis has one pace for all its instances instead. */
  @Singleton
  @Requires(missingBeans = Paces.class)
  Paces paces() {
    return (_, quota) -> new EvenPace(quota);
  }
}
