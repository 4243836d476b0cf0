package gantry.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The server's time as seen from here, so that the server can tell by its own clock that we have
 * stopped waiting. Wall clocks on both sides: a frozen function's other clock stands still.
 */
record ServerClock(Duration ahead) {
  // Not the injected clock: this one measures a server, it does not tell the time of anything.
  private static final Clock HERE = Clock.systemUTC();

  /** The answer took a moment to come, so the server is judged to be behind rather than ahead. */
  static ServerClock reading(Instant server) {
    return new ServerClock(Duration.between(HERE.instant(), server));
  }

  /** What the server's clock shows when this much time has passed, in seconds of the epoch. */
  double secondsIn(Duration left) {
    var there = HERE.instant().plus(left).plus(ahead);
    return there.getEpochSecond() + there.getNano() / 1e9;
  }
}
