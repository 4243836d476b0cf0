package gantry.payments.ledger;

/** Where value is; what one gains another loses. */
public enum Account {
  /** What came to our addresses. */
  RECEIVED,
  /** Too little so far; it waits for a top-up. */
  UNALLOCATED,
  /** What the user was credited. */
  CREDITED,
  /** More than was asked. */
  SURPLUS,
  /** To be paid back by a person. */
  TO_RETURN
}
