package gantry.payments.verdict;

/** Why; each belongs to one outcome, but for NOT_FOUND and what a watch ended with. */
public enum Reason {
  OK(Outcome.CREDITED),
  OK_OVERPAID(Outcome.CREDITED),
  /** An operator decided so. */
  OPERATOR(Outcome.CREDITED),

  NOT_FOUND(Outcome.PENDING),
  NOT_MINED(Outcome.PENDING),
  AWAITING_CONFIRMATIONS(Outcome.PENDING),
  REORG_SUSPECTED(Outcome.PENDING),
  PROVIDER_DISAGREEMENT(Outcome.PENDING),

  TX_FAILED(Outcome.REJECTED),
  WRONG_RECIPIENT(Outcome.REJECTED),
  UNSUPPORTED_ASSET(Outcome.REJECTED),
  WRONG_ASSET(Outcome.REJECTED),
  NO_TRANSFER(Outcome.REJECTED),
  ZERO_AMOUNT(Outcome.REJECTED),
  SELF_TRANSFER(Outcome.REJECTED),
  PREDATES_INTENT(Outcome.REJECTED),
  ALREADY_CLAIMED(Outcome.REJECTED),
  PAYER_MISMATCH(Outcome.REJECTED),
  REFUSED_BY_OPERATOR(Outcome.REJECTED),

  UNDERPAID(Outcome.REVIEW),
  PAYER_UNPROVEN(Outcome.REVIEW),
  PAID_LATE(Outcome.REVIEW),
  WRONG_CHAIN(Outcome.REVIEW),
  INTERNAL_TRANSFER(Outcome.REVIEW),
  /** The intent was credited before. */
  PAID_TWICE(Outcome.REVIEW),
  /** It is large, and only one provider is set up for the chain, or able to see its coins. */
  SINGLE_PROVIDER(Outcome.REVIEW),
  /** It was credited, and is no longer on the chain. */
  CREDIT_DISAPPEARED(Outcome.REVIEW),

  PROVIDER_RATE_LIMITED(Outcome.UNAVAILABLE),
  PROVIDER_DOWN(Outcome.UNAVAILABLE);

  private final Outcome outcome;

  Reason(Outcome outcome) {
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Asked again, the answer may differ although the chain has not changed. */
  public boolean mayChange() {
    return !outcome.isSettled() || this == PAYER_UNPROVEN || this == PAYER_MISMATCH;
  }
}
