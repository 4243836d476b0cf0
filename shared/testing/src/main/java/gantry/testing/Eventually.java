package gantry.testing;

import java.time.Duration;

/**
 * Waits for something that happens elsewhere: an assertion is repeated until it holds or time is
 * up.
 */
public final class Eventually {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Eventually() {}

  /** An assertion that may throw anything while it does not hold yet. */
  @FunctionalInterface
  public interface Assertion {
    void check() throws Exception;
  }

  /** Returns as soon as the assertion holds; fails with its last failure when it never did. */
  public static void within(Duration limit, Assertion assertion) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        assertion.check();
        return;
      } catch (Exception | AssertionError failure) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("Not within " + limit + ": " + failure.getMessage(), failure);
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting", e);
    }
  }
}
