package gantry.identity;

import gantry.testing.MutableClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
class ClockForTests {
  @Primary
  @Singleton
  Clock clock() {
    return MutableClock.at("2026-11-21T04:00:00Z");
  }
}
