package gantry.testing;

import java.time.Duration;

/**
 * Waits for something that happens elsewhere: an assertion is repeated until it holds or time is
 * up.
 */
public final class Eventually {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  private Eventually() {}

  /** An assertion that may throw anything while it does not hold yet. */
  @FunctionalInterface
  public interface Assertion {
    void check() throws Exception;
  }

  /** Returns as soon as the assertion holds; fails with its last failure when it never did. */
  public static void within(Duration limit, Assertion assertion) {
    long deadline = System.nanoTime() + limit.toNanos();
    var pause = FIRST_PAUSE;
    while (true) {
      try {
        assertion.check();
        return;
      } catch (Exception | AssertionError failure) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("Not within " + limit + ": " + failure.getMessage(), failure);
        }
      }
      sleep(pause);
      pause = longer(pause);
    }
  }

  /** What takes long is looked at less often, and slowed down less by being looked at. */
  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }
}
