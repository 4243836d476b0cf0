package gantry.payments.claim;

import gantry.lambda.Sha256;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stored claims, and the looks that they still need. */
@Singleton
final class Claims {
  private static final String SECRET = "sha256:";

  private final PostgresClaimStore store;
  private final WatchPolicy policy;
  private final Looks looks;
  private final Clock clock;

  Claims(PostgresClaimStore store, WatchPolicy policy, Looks looks, Clock clock) {
    this.store = store;
    this.policy = policy;
    this.looks = looks;
    this.clock = clock;
  }

  /** Writes the ruling down and plans the next look, which the watch gets after the commit. */
  ClaimRow save(ClaimRow claim) {
    var next = next(claim);
    var saved = claim.checkedNext(next);
    store.update(saved);
    if (next != null) {
      looks.plan(saved, Duration.between(clock.instant(), next));
    }
    return saved;
  }

  private @Nullable Instant next(ClaimRow claim) {
    var now = clock.instant();
    if (claim.outcome() == Outcome.CREDITED) {
      return now.plus(policy.recheckAfter());
    }
    return claim.outcome().isSettled() ? null : now.plus(policy.delay(claim.attempt()));
  }

  /** A look that needs no further one. */
  ClaimRow close(ClaimRow claim) {
    var closed = claim.checkedNext(null);
    store.update(closed);
    return closed;
  }

  /** After a look that changed nothing; one that a proof asked for is repeated. */
  ClaimRow keep(ClaimRow claim, Verdict verdict) {
    var isWorthAnother = verdict.outcome() == Outcome.UNAVAILABLE || !isWatchOver(claim);
    return claim.nextCheckAt() != null && isWorthAnother ? postpone(claim) : close(claim);
  }

  /** A credited claim that nobody could look at is looked at again. */
  ClaimRow postpone(ClaimRow claim) {
    var delay = policy.delay(claim.attempt());
    var postponed = claim.checkedNext(clock.instant().plus(delay));
    store.update(postponed);
    looks.plan(postponed, delay);
    return postponed;
  }

  /** What has changed since may settle it. */
  void lookSoon(ClaimRow claim) {
    var soon = claim.checkedNext(clock.instant());
    store.update(soon);
    looks.plan(soon, Duration.ZERO);
  }

  Instant now() {
    return clock.instant();
  }

  boolean isPast(Instant time) {
    return clock.instant().isAfter(time);
  }

  boolean isWatchOver(ClaimRow claim) {
    return !clock.instant().isBefore(claim.watchUntil());
  }

  /** A hash that nobody knows may be a private key. */
  static ClaimRow withoutSecret(ClaimRow claim) {
    return claim.forgotten(SECRET + Sha256.hex(claim.submission()));
  }
}
