package gantry.postgres;

import java.time.Duration;

/** What a read that accepts a replica has found, and whether it is the newest there is. */
public sealed interface Reading<T> {
  T value();

  /** From the primary. */
  record Current<T>(T value) implements Reading<T> {}

  /** From a replica that may lack what was written during this time. */
  record Stale<T>(T value, Duration age) implements Reading<T> {}
}
