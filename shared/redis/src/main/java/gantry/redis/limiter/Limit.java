package gantry.redis.limiter;

import gantry.meter.Quota;

/** A quota by name, and what holds when nobody can count for all processes. */
public record Limit(String name, Quota quota, WhenUncounted whenUncounted) {
  /** The failure mode. */
  public enum WhenUncounted {
    /** Each process allows its share. */
    SHARE,
    /** Nothing passes: who may guess without being counted will guess. */
    CLOSED
  }
}
