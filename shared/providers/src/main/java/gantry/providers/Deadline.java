package gantry.providers;

import gantry.lambda.Invocation;
import java.time.Duration;

/** The moment by which a call, or several together, must have ended. */
public final class Deadline {
  /** What a function keeps to say that it got no answer. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** This long from now, but never past the end of this thread's invocation. */
  public static Deadline in(Duration duration) {
    var most =
        Invocation.current()
            .map(invocation -> invocation.timeLeft().minus(MARGIN))
            .orElse(duration);
    var left = most.compareTo(duration) < 0 ? most : duration;
    return new Deadline(System.nanoTime() + left.toNanos());
  }

  /** Never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  public boolean hasPassed() {
    return left().isZero();
  }

  /** The earlier of this and so long from now. */
  public Deadline butAtMost(Duration duration) {
    return new Deadline(Math.min(end, System.nanoTime() + duration.toNanos()));
  }
}
