package gantry.redis.cache;

import gantry.lambda.Jitter;
import java.time.Duration;

/** Pauses between looks whether another instance has loaded a value, as long as it may take. */
final class Patience {
  private static final Duration FIRST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final long end;
  private Duration bound = FIRST;

  Patience(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
  }

  /** False when there is no time left. */
  boolean pause() {
    if (System.nanoTime() >= end) {
      return false;
    }
    try {
      Thread.sleep(Jitter.halfUpTo(bound));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    var doubled = bound.multipliedBy(2);
    bound = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return true;
  }
}
