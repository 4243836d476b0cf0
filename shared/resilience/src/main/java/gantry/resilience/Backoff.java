package gantry.resilience;

import gantry.lambda.Jitter;
import java.time.Duration;

/**
 * Pauses that grow exponentially, with full jitter: anything from nothing to the bound, so that
 * callers that failed together do not come back together.
 *
 * @param first the bound of the first pause; each next one is twice as long
 * @param cap where the doubling ends
 */
public record Backoff(Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("Pauses grow from a first to a cap");
    }
  }

  /** A pause after this many failures, from 1. */
  public Duration pauseAfter(int failures) {
    return Jitter.upTo(boundAfter(failures));
  }

  /** The longest pause after this many failures. */
  Duration boundAfter(int failures) {
    var doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    var bound = first.multipliedBy(1L << doublings);
    return bound.compareTo(cap) < 0 ? bound : cap;
  }
}
