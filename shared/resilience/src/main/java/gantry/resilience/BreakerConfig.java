package gantry.resilience;

import gantry.lambda.Jitter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * When a breaker opens and how it recovers.
 *
 * @param failures this many within the window open it; successes between them change nothing
 * @param window whole seconds
 * @param probes how many calls may test a half-open breaker at once
 * @param firstPause how long it stays open first; each failed recovery doubles that
 * @param longestPause where the doubling ends
 */
public record BreakerConfig(
    int failures, Duration window, int probes, Duration firstPause, Duration longestPause) {
  private static final float MOST_FAILED_PROBES = 50;
  private static final double DOUBLING = 2;
  private static final double JITTER = 0.3;

  public static final BreakerConfig DEFAULT =
      new BreakerConfig(
          3, Duration.ofSeconds(60), 3, Duration.ofSeconds(1), Duration.ofSeconds(60));

  public BreakerConfig {
    if (failures < 1 || probes < 1 || window.toSeconds() < 1 || firstPause.toMillis() < 1) {
      throw new IllegalArgumentException("A breaker counts, waits and probes");
    }
  }

  public BreakerConfig withFailures(int number, Duration within) {
    return new BreakerConfig(number, within, probes, firstPause, longestPause);
  }

  public BreakerConfig withProbes(int number) {
    return new BreakerConfig(failures, window, number, firstPause, longestPause);
  }

  public BreakerConfig withPauses(Duration first, Duration longest) {
    return new BreakerConfig(failures, window, probes, first, longest);
  }

  /**
   * The library counts rates. As only failures are recorded while it is closed, the least number of
   * calls is the number of failures; of the probes more than half must succeed.
   */
  CircuitBreakerConfig states(Clock clock, Consumer<Duration> onPause) {
    return CircuitBreakerConfig.custom()
        .clock(clock)
        .slidingWindow(
            (int) window.toSeconds(), failures, CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
        .failureRateThreshold(MOST_FAILED_PROBES)
        .permittedNumberOfCallsInHalfOpenState(probes)
        .waitIntervalFunctionInOpenState(opening -> pause(opening, onPause))
        .build();
  }

  private long pause(int opening, Consumer<Duration> onPause) {
    var doubled =
        IntervalFunction.ofExponentialBackoff(firstPause, DOUBLING, longestPause).apply(opening);
    var jittered = Jitter.around(Duration.ofMillis(doubled), JITTER);
    var pause = jittered.compareTo(longestPause) < 0 ? jittered : longestPause;
    onPause.accept(pause);
    return pause.toMillis();
  }
}
