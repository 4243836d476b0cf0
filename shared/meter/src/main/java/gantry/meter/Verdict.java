package gantry.meter;

import java.time.Duration;

/** What a meter says when a unit is asked of it. */
public sealed interface Verdict {
  /** How long until the whole quota is there again, if nothing more is used. */
  Duration untilFull();

  /** The unit was there; this many whole ones are left. */
  record Admitted(int remaining, Duration untilFull) implements Verdict {}

  /** The unit was not there, and nothing was used up. */
  record Refused(Duration retryAfter, Duration untilFull) implements Verdict {}
}
