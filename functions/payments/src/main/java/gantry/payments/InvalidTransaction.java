package gantry.payments;

import gantry.problem.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The problem {@code invalid-transaction}, with the outcome that other answers have. */
@Serdeable
record InvalidTransaction(
    String type, String title, int status, String outcome, List<FieldError> errors) {
  private static final int UNPROCESSABLE = 422;

  InvalidTransaction {
    errors = List.copyOf(errors);
  }

  /** Without the submission: it may be a secret. */
  static InvalidTransaction problem() {
    return new InvalidTransaction(
        "invalid-transaction",
        "This is no transaction that could pay the intent",
        UNPROCESSABLE,
        "INVALID",
        List.of(new FieldError("transaction", "must be a hash, a signature or an explorer's URL")));
  }
}
