package gantry.secrets;

/** Secrets Manager did not answer and no remembered value is young enough. */
public final class SecretUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SecretUnavailableException(Throwable cause) {
    super("Secrets Manager is unavailable", cause);
  }
}
