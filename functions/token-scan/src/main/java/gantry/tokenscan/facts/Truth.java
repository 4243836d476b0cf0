package gantry.tokenscan.facts;

import java.util.Collection;

/** An answer to a question that can be answered with yes or no, or not at all. */
public enum Truth {
  YES,
  NO,
  UNKNOWN;

  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  public Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** A yes; any other answer says nothing. */
  public Truth onlyYes() {
    return this == YES ? YES : UNKNOWN;
  }

  /** Yes when one is, no only when all are. */
  public static Truth any(Collection<Truth> truths) {
    if (truths.contains(YES)) {
      return YES;
    }
    return truths.isEmpty() || truths.contains(UNKNOWN) ? UNKNOWN : NO;
  }
}
