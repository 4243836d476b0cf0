package gantry.webhooks;

import java.time.Duration;

/** Tells the batch that a message stays in the queue; what went wrong has been logged already. */
final class ComesAgainException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ComesAgainException(Duration delay) {
    super("in " + delay, null, false, false);
  }
}
