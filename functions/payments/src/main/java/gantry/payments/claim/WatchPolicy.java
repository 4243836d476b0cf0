package gantry.payments.claim;

import gantry.lambda.Jitter;
import java.time.Duration;

/**
 * {@code PAYMENT_WATCH_FOR} and {@code PAYMENT_RECHECK_AFTER}: how long an unsettled claim is
 * looked at again, and when a credited one once more.
 */
public record WatchPolicy(Duration watchFor, Duration recheckAfter) {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 20;

  /** While a request works on a claim nobody else needs to; after that it must have died. */
  static final Duration REQUEST = Duration.ofSeconds(40);

  /** Grows to a quarter of an hour; at least half of it, so that many do not come together. */
  Duration delay(int attempt) {
    var whole = FIRST.multipliedBy(1L << Math.clamp(attempt, 0, MOST_DOUBLINGS));
    return Jitter.halfUpTo(whole.compareTo(LONGEST) < 0 ? whole : LONGEST);
  }
}
