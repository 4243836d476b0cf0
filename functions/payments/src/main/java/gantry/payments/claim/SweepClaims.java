package gantry.payments.claim;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Finds what a crash or an outage left: looks whose message was never sent or is due only now, and
 * grants that are not out. A look that is asked for twice happens once.
 */
@Singleton
public final class SweepClaims {
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 500;

  private final PostgresClaimStore store;
  private final WatchQueue queue;
  private final SendGrants grants;
  private final Clock clock;

  SweepClaims(PostgresClaimStore store, WatchQueue queue, SendGrants grants, Clock clock) {
    this.store = store;
    this.queue = queue;
    this.grants = grants;
    this.clock = clock;
  }

  public void sweep() {
    grants.sendRest();
    store
        .due(clock.instant().minus(LATE), AT_ONCE)
        .forEach(claim -> queue.send(claim.id(), claim.attempt(), Duration.ZERO));
  }
}
