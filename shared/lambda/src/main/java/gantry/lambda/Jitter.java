package gantry.lambda;

import static java.time.temporal.ChronoUnit.MICROS;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Random pauses, so that who failed together does not come back together. Copies of one SnapStart
 * snapshot would draw the same ones from a generator that was seeded before it: these are the
 * operating system's.
 */
public final class Jitter {
  private static final Duration MICRO = Duration.of(1, MICROS);
  private static final RandomGenerator RANDOM = new SecureRandom();

  private Jitter() {}

  /** Anything from nothing to the bound, in microseconds as PostgreSQL keeps them. */
  public static Duration upTo(Duration bound) {
    return Duration.of(RANDOM.nextLong(bound.dividedBy(MICRO) + 1), MICROS);
  }

  /** At least half of the bound. */
  public static Duration halfUpTo(Duration bound) {
    return bound.minus(upTo(bound.dividedBy(2)));
  }

  /** Longer or shorter by at most this share. */
  public static Duration around(Duration middle, double share) {
    var factor = 1 + share * (2 * RANDOM.nextDouble() - 1);
    return Duration.of((long) (middle.dividedBy(MICRO) * factor), MICROS);
  }
}
