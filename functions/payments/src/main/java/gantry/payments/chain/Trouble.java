package gantry.payments.chain;

import gantry.providers.Outcome.Reason;

/** Why a provider gave no answer. */
public enum Trouble {
  RATE_LIMITED,
  DOWN;

  public static Trouble of(Reason reason) {
    return reason == Reason.THROTTLED ? RATE_LIMITED : DOWN;
  }

  /** Of several, the one that a caller should know. */
  Trouble or(Trouble other) {
    return this == DOWN ? this : other;
  }
}
