package gantry.redis.cache;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between looks whether another instance has loaded a value, as long as it may take. */
final class Patience {
  private static final long FIRST_MILLIS = 10;
  private static final long LONGEST_MILLIS = 100;

  private final long end;
  private long bound = FIRST_MILLIS;

  Patience(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
  }

  /** False when there is no time left. */
  boolean pause() {
    if (System.nanoTime() >= end) {
      return false;
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(bound / 2, bound + 1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    bound = Math.min(2 * bound, LONGEST_MILLIS);
    return true;
  }
}
