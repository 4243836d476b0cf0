package gantry.payments.verdict;

/** How a claim stands. */
public enum Outcome {
  CREDITED,
  /** Nothing is consumed; it is watched. */
  PENDING,
  REJECTED,
  /** Money came, and a person decides. */
  REVIEW,
  /** A provider is in trouble; nothing is consumed, it is watched. */
  UNAVAILABLE;

  public boolean isSettled() {
    return this != PENDING && this != UNAVAILABLE;
  }
}
