package gantry.providers;

import gantry.providers.Outcome.Reason;
import java.time.Duration;

/** How one attempt ended, and the pause that the provider asked for. */
record Attempt(Outcome outcome, Duration retryAfter) {
  static Attempt of(Outcome outcome) {
    return new Attempt(outcome, Duration.ZERO);
  }

  static Attempt failed(Reason reason) {
    return of(Outcome.unavailable(reason));
  }
}
