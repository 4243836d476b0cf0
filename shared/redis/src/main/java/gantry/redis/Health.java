package gantry.redis;

/** How the servers are. */
public enum Health {
  /** Every one answers. */
  HEALTHY,
  /** One of two answers. */
  DEGRADED,
  /** None answers; whoever uses Redis does without. */
  UNHEALTHY,
  /** There is none. */
  NOT_CONFIGURED
}
