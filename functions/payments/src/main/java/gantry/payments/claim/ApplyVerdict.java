package gantry.payments.claim;

import gantry.payments.claim.CreditClaim.Sums;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.verdict.Money;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import gantry.payments.verdict.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Writes a verdict down with its effects, in the transaction that locked the claim. */
@Singleton
final class ApplyVerdict {
  private final ClaimBook book;
  private final Claims claims;
  private final ClaimEffects effects;
  private final Clock clock;

  ApplyVerdict(ClaimBook book, Claims claims, ClaimEffects effects, Clock clock) {
    this.book = book;
    this.claims = claims;
    this.effects = effects;
    this.clock = clock;
  }

  ClaimRow apply(Pair pair, Verdict verdict) {
    var ended = atEndOfWatch(pair.claim(), verdict);
    var seen = book.seen(pair.claim(), ended);
    var ruled = seen.ruled(ended.outcome(), ended.reason(), clock.instant());
    if (ended.money() != null) {
      move(new Pair(pair.intent(), ruled), ended.money());
    }
    var kept = isUnknown(ruled) ? Claims.withoutSecret(ruled) : ruled;
    effects.count(kept);
    return claims.save(kept);
  }

  private void move(Pair pair, Money money) {
    if (pair.claim().isHeld()) {
      effects.hold(pair);
    }
    if (pair.claim().outcome() == Outcome.CREDITED) {
      var sums =
          new Sums(money.asset().currency(), money.received(), money.earlier(), money.surplus());
      effects.credit(pair, sums);
    }
  }

  /** What nobody has seen until then is not there; about everything else a person decides. */
  private Verdict atEndOfWatch(ClaimRow claim, Verdict verdict) {
    if (verdict.outcome().isSettled() || !claims.isWatchOver(claim)) {
      return verdict;
    }
    return switch (verdict.reason()) {
      case NOT_FOUND, NOT_MINED -> verdict.ruled(Outcome.REJECTED, Reason.NOT_FOUND);
      default -> verdict.ruled(Outcome.REVIEW, verdict.reason());
    };
  }

  private static boolean isUnknown(ClaimRow claim) {
    return claim.outcome() == Outcome.REJECTED && claim.reason() == Reason.NOT_FOUND;
  }
}
