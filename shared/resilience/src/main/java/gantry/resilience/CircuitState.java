package gantry.resilience;

/** What a breaker does with calls. */
public enum CircuitState {
  /** It makes them. */
  CLOSED,
  /** It turns them away. */
  OPEN,
  /** It makes a few, to see. */
  HALF_OPEN
}
