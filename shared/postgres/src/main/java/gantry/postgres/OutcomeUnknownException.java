package gantry.postgres;

/**
 * The transaction was committed or it was not; only its key in the database can tell. Repeat the
 * work only where a key makes the repetition harmless.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutcomeUnknownException(Throwable cause) {
    super("It is not known whether the transaction was committed", cause);
  }
}
