package gantry.resilience;

import gantry.lambda.Metrics;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stops calls to a server after a few failures within a window, and lets a few probes through after
 * a growing pause. An answer that refuses is an answer: only outages count.
 */
public final class Breaker {
  private final BreakerConfig config;
  private final CircuitListener listener;
  private final Clock clock;
  private final CircuitBreaker states;
  private Instant openUntil = Instant.EPOCH;
  private int era;

  /** A breaker that nobody else is told of; {@link Breakers} makes the others. */
  public Breaker(String name, BreakerConfig config, Metrics metrics, Clock clock) {
    this(name, config, new ToldChanges(metrics, _ -> {}), clock);
  }

  Breaker(String name, BreakerConfig config, CircuitListener listener, Clock clock) {
    this.config = config;
    this.listener = listener;
    this.clock = clock;
    this.states = CircuitBreaker.of(name, config.states(clock, this::rememberPause));
    states
        .getEventPublisher()
        .onStateTransition(change -> changed(change.getStateTransition().getToState()));
  }

  /**
   * Makes the call unless the breaker is open.
   *
   * @param isOutage whether what the call threw means that the server is not there
   * @throws BreakerOpenException when the call was not made
   */
  public <T> T call(Supplier<T> call, Predicate<RuntimeException> isOutage) {
    try (var permit = acquire()) {
      return judged(permit, call, isOutage);
    }
  }

  private static <T> T judged(
      Permit permit, Supplier<T> call, Predicate<RuntimeException> isOutage) {
    try {
      var result = call.get();
      permit.succeeded();
      return result;
    } catch (RuntimeException failure) {
      if (isOutage.test(failure)) {
        permit.failed();
      } else {
        permit.succeeded();
      }
      throw failure;
    }
  }

  /** Leave for one call, to be closed after it; throws when the breaker is open. */
  public Permit acquire() {
    return tryAcquire().orElseThrow(() -> new BreakerOpenException(states.getName(), retryAfter()));
  }

  /** Leave for one call, to be closed after it; empty when the breaker is open. */
  public synchronized Optional<Permit> tryAcquire() {
    return states.tryAcquirePermission() ? Optional.of(new Permit(this, era)) : Optional.empty();
  }

  /** How long calls are turned away for sure; the first pause while probes are under way. */
  public synchronized Duration retryAfter() {
    var now = clock.instant();
    return openUntil.isAfter(now) ? Duration.between(now, openUntil) : config.firstPause();
  }

  /** A success counts for probes only: while closed, a thousand of them hide no failure. */
  synchronized void succeeded(int then) {
    if (then == era && states.getState() == State.HALF_OPEN) {
      states.onSuccess(0, TimeUnit.NANOSECONDS);
    }
  }

  /** A call that began before the last change says nothing about the server now. */
  synchronized void failed(int then) {
    if (then == era) {
      states.onError(0, TimeUnit.NANOSECONDS, new Outage());
    }
  }

  synchronized void abandoned(int then) {
    if (then == era) {
      states.releasePermission();
    }
  }

  private void rememberPause(Duration pause) {
    openUntil = clock.instant().plus(pause);
  }

  private void changed(State state) {
    era++;
    var told =
        switch (state) {
          case OPEN -> new CircuitChange(states.getName(), CircuitState.OPEN, retryAfter());
          case HALF_OPEN ->
              new CircuitChange(states.getName(), CircuitState.HALF_OPEN, Duration.ZERO);
          default -> new CircuitChange(states.getName(), CircuitState.CLOSED, Duration.ZERO);
        };
    listener.changed(told);
  }
}
