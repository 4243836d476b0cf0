package gantry.payments.chain;

import java.io.Serial;

/** A provider's part of a lookup failed, and with it the whole. */
public final class NoAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Trouble trouble;

  public NoAnswerException(Trouble trouble) {
    super(trouble.name(), null, false, false);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
