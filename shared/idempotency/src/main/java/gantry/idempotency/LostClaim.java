package gantry.idempotency;

/** A later run took the key over while this one was too slow; its changes must be undone. */
final class LostClaim extends RuntimeException {
  private static final long serialVersionUID = 1;

  LostClaim() {
    super("Another run has taken the key over", null, false, false);
  }
}
