package gantry.meter;

import java.time.Duration;

/** How much is allowed: so many units at once, regained evenly over the window. */
public record Quota(int limit, Duration window) {
  public Quota {
    if (limit < 1 || window.toMillis() < 1) {
      throw new IllegalArgumentException("A quota needs a limit and a window above zero");
    }
  }

  /** So many a second, evenly spread. */
  public static Quota perSecond(double units) {
    return new Quota(1, Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / units)));
  }

  /**
   * What each of several processes may allow when none knows of the others: together they regain
   * what this quota does, and start with no more unless they are more processes than units.
   */
  public Quota sharedBy(int processes) {
    var each = Math.max(1, limit / processes);
    var millis = Math.ceil((double) window.toMillis() * each * processes / limit);
    return new Quota(each, Duration.ofMillis((long) millis));
  }

  /** From one unit to the next, when all are used up. */
  public Duration interval() {
    return window.dividedBy(limit);
  }

  /** How much sooner than evenly spread a unit may come. */
  public Duration ahead() {
    return interval().multipliedBy(limit - 1);
  }

  /** How long it takes to regain this many units. */
  Duration toRegain(double units) {
    return Duration.ofNanos((long) Math.ceil(units * window.toNanos() / limit));
  }
}
