package gantry.audit;

/** Where a chain is not what it was: the first place at which it can be told, and what is wrong. */
public record BrokenLink(String chain, long number, Break reason) {
  /** What is wrong with it. */
  public enum Break {
    /** An event of this number is missing, and later ones are there. */
    MISSING,
    /** The event is not the one that was written. */
    ALTERED,
    /** The event does not follow the one before it. */
    UNLINKED,
    /** Events up to this number were written and are gone. */
    TRUNCATED,
    /** The chain's end does not fit its last event. */
    END_ALTERED,
    /** The chain is gone, or its end is. */
    END_MISSING
  }
}
