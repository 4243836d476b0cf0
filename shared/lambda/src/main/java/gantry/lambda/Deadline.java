package gantry.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Until when the work at hand is wanted. Whatever waits for something, waits no longer: neither
 * past the limits that callers set, nor past Lambda's own.
 */
public final class Deadline {
  /** What is left to answer with once everything else has given up. */
  private static final Duration RESERVE = Duration.ofMillis(500);

  private static final ScopedValue<Long> END = ScopedValue.newInstance();

  private Deadline() {}

  /** Runs the work under a limit; inside another one it can only shorten it. */
  public static <T> T within(Duration limit, Supplier<T> work) {
    var shorter = left().filter(left -> left.compareTo(limit) < 0).orElse(limit);
    return ScopedValue.where(END, System.nanoTime() + shorter.toNanos()).call(work::get);
  }

  /** How much time is left, never negative; empty when nobody waits. */
  public static Optional<Duration> left() {
    return Stream.concat(scoped().stream(), invocation().stream())
        .min(Duration::compareTo)
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  private static Optional<Duration> scoped() {
    return END.isBound()
        ? Optional.of(Duration.ofNanos(END.get() - System.nanoTime()))
        : Optional.empty();
  }

  private static Optional<Duration> invocation() {
    return Invocation.current().map(invocation -> invocation.timeLeft().minus(RESERVE));
  }
}
