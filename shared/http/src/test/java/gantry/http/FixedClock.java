package gantry.http;

import gantry.testing.MutableClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
class FixedClock {
  @Primary
  @Singleton
  Clock clock() {
    return MutableClock.at("2026-11-21T12:00:00Z");
  }
}
