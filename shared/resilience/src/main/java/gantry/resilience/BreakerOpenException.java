package gantry.resilience;

import java.time.Duration;

/** The call was not made: too many before it failed. */
public final class BreakerOpenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String breaker;
  private final Duration retryAfter;

  BreakerOpenException(String breaker, Duration retryAfter) {
    // No stack trace: it is thrown often, and when the system is busy.
    super("The breaker of " + breaker + " is open", null, false, false);
    this.breaker = breaker;
    this.retryAfter = retryAfter;
  }

  /** The name of what is not called at the moment. */
  public String breaker() {
    return breaker;
  }

  /** When a call may be let through again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
