package gantry.meter;

import java.time.Clock;
import java.time.Duration;

/**
 * Counts by network how often somebody guessed wrong. Only failures are asked about and a success
 * clears them, so that a stranger in the same network cannot lock anybody out.
 */
public final class FailedAttempts {
  /** Enough for a client with a wrong setting to be told, hopeless for guessing. */
  public static final Quota QUOTA = new Quota(20, Duration.ofMinutes(1));

  private static final int MOST_NETWORKS = 10_000;

  private final Meters failures;

  public FailedAttempts(Clock clock) {
    failures = new Meters(QUOTA, MOST_NETWORKS, clock);
  }

  /** Whether one more failure is still within what a network may get wrong. */
  public Verdict failed(Network network) {
    return failures.take(network.name());
  }

  public void succeeded(Network network) {
    failures.reset(network.name());
  }
}
