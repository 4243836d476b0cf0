package gantry.payments.claim;

import java.io.Serial;

/** Somebody else's claim took a leg in between; the transaction is undone and decided anew. */
final class LegTakenException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  LegTakenException() {
    super("A leg was taken", null, false, false);
  }
}
