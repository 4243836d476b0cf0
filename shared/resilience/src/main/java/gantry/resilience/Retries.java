package gantry.resilience;

import java.time.Duration;
import java.util.Optional;

/** Decides whether a failed attempt is repeated, and when. The caller waits and repeats. */
public final class Retries {
  private final int attempts;
  private final Backoff backoff;
  private final RetryBudget budget;

  /** At most this many attempts in all, the first included. */
  public Retries(int attempts, Backoff backoff, RetryBudget budget) {
    this.attempts = attempts;
    this.backoff = backoff;
    this.budget = budget;
  }

  /** An attempt succeeded, which earns a part of a later retry. */
  public void succeeded() {
    budget.succeeded();
  }

  /**
   * The pause before the next attempt; empty when that was the last, the pause would outlast the
   * time left, or the budget is spent.
   */
  public Optional<Duration> pauseAfter(int failures, Duration timeLeft) {
    return pauseAfter(failures, Duration.ZERO, timeLeft);
  }

  /** As {@link #pauseAfter(int, Duration)}, for a server that told the least pause it wants. */
  public Optional<Duration> pauseAfter(int failures, Duration least, Duration timeLeft) {
    if (failures >= attempts) {
      return Optional.empty();
    }
    var pause = least.plus(backoff.pauseAfter(failures));
    return pause.compareTo(timeLeft) < 0 && budget.take() ? Optional.of(pause) : Optional.empty();
  }
}
