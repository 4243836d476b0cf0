package gantry.lambda;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** What every Micronaut function injects: the time, new ids and metrics. */
@Factory
final class LambdaFactory {
  /** PostgreSQL keeps microseconds; a finer instant would differ once read back. */
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Singleton
  UuidV7 ids(Clock clock) {
    return new UuidV7(clock);
  }

  @Singleton
  Metrics metrics(Clock clock) {
    return Metrics.ofProcess(clock);
  }
}
