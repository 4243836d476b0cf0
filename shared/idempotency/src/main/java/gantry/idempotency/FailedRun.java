package gantry.idempotency;

/** Takes a 5xx answer past the transaction that it must undo. */
final class FailedRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient StoredAnswer answer;

  FailedRun(StoredAnswer answer) {
    super("Answered " + answer.status(), null, false, false);
    this.answer = answer;
  }

  StoredAnswer answer() {
    return answer;
  }
}
