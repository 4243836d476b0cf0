package gantry.webhooks;

import gantry.lambda.Jitter;
import java.time.Duration;

/**
 * When a message comes again. A message waits behind at most nine poison ones of its group, so five
 * attempts each stay below the queue's fifty receives.
 */
record RetryPolicy(int maxAttempts, Duration firstAttempt, Duration longestAttempt) {
  static final RetryPolicy STANDARD =
      new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofMinutes(1));

  /** A database that is away is mostly back soon, so the first receives come quickly. */
  private static final int QUICK_RECEIVES = 20;

  private static final Duration LONGEST_QUICK = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** After a handler threw: exponential, full jitter, capped. */
  Duration afterAttempt(int attempts) {
    return Jitter.upTo(doubled(firstAttempt, attempts - 1, longestAttempt));
  }

  /**
   * When nobody is to blame: at least half of the exponential wait. Fifty receives then span more
   * than two hours; only the count of receives tells how long it has been going on.
   */
  static Duration afterReceive(int receives) {
    var wait =
        receives <= QUICK_RECEIVES
            ? doubled(Duration.ofSeconds(1), receives - 1, LONGEST_QUICK)
            : doubled(LONGEST_QUICK, receives - QUICK_RECEIVES, LONGEST);
    return Jitter.halfUpTo(wait);
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    var wait = first.multipliedBy(1L << Math.clamp(times, 0, 30));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
