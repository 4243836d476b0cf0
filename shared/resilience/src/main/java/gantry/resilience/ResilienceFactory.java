package gantry.resilience;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

@Factory
final class ResilienceFactory {
  /** A function that carries shared/redis writes changes down there instead. */
  @Singleton
  @Requires(missingBeans = CircuitListener.class)
  CircuitListener nobody() {
    return _ -> {};
  }
}
