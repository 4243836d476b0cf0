package gantry.authorizer;

/** Nobody can say whether a token is good: the gateway answers 500, not 403. */
final class KeysUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeysUnavailableException(Throwable cause) {
    super("The key set is unavailable", cause);
  }
}
