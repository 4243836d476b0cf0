package gantry.webhooks.inbox;

/** What became of an event. */
public enum State {
  /** Its effects are in place. */
  APPLIED,
  /** Something newer about the same object was applied before. */
  STALE,
  /** Nobody handles its type. */
  IGNORED,
  /** It waits: for its next attempt, or for somebody to look at it. */
  PARKED,
  /** Its bytes contradict themselves or their secret; no handler saw it. */
  QUARANTINED,
  /** Every attempt failed; a copy lies in the dead-letter queue. */
  FAILED
}
