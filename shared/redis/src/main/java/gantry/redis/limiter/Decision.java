package gantry.redis.limiter;

import gantry.meter.Verdict;

/** Whether something may happen. */
public sealed interface Decision {
  /** It was counted: by all processes together, or by this one alone and more strictly. */
  record Counted(Verdict verdict) implements Decision {}

  /** It could not be counted and therefore must not happen. */
  record Closed() implements Decision {}
}
