package gantry.payments.claim;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Of many requests for one claim, in however many processes, one asks the providers. */
@Singleton
final class LookOnce {
  private static final Duration LEASE = Duration.ofSeconds(8);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(7);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final PostgresClaimStore store;
  private final Clock clock;

  LookOnce(PostgresClaimStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  boolean mayLead(ClaimRow claim) {
    var now = clock.instant();
    return store.lead(claim.id(), now.plus(LEASE), now) == 1;
  }

  /** What the one found; as it was when that takes too long. */
  ClaimRow await(ClaimRow claim) {
    var end = System.nanoTime() + LONGEST_WAIT.toNanos();
    var found = claim;
    while (found.attempt() == claim.attempt() && found.isOpen() && System.nanoTime() < end) {
      pause();
      found = store.find(claim.id()).orElseThrow();
    }
    return found;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
