package gantry.payments.chain;

import gantry.providers.Outcome.Reason;
import java.io.Serial;

/** A provider's part of a lookup failed, and with it the whole. */
public final class NoAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Trouble trouble;

  private NoAnswerException(Trouble trouble) {
    super(trouble.name(), null, false, false);
    this.trouble = trouble;
  }

  /** For an answer that is broken, or about something else. */
  public static NoAnswerException down() {
    return new NoAnswerException(Trouble.DOWN);
  }

  public static NoAnswerException of(Reason reason) {
    return new NoAnswerException(Trouble.of(reason));
  }

  public Trouble trouble() {
    return trouble;
  }
}
