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
    if (isNoNews(pair.claim(), verdict)) {
      return claims.keep(pair.claim(), verdict);
    }
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

  /** Silence, or half an answer, says nothing against what has been settled by what was seen. */
  private static boolean isNoNews(ClaimRow claim, Verdict verdict) {
    return claim.outcome().isSettled()
        && claim.isSeen()
        && (verdict.sighting() == null || verdict.outcome() == Outcome.UNAVAILABLE);
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
    var reason = verdict.reason();
    return (reason == Reason.NOT_FOUND || reason == Reason.NOT_MINED) && !claim.isSeen()
        ? verdict.ruled(Outcome.REJECTED, Reason.NOT_FOUND)
        : verdict.ruled(Outcome.REVIEW, reason);
  }

  private static boolean isUnknown(ClaimRow claim) {
    return claim.outcome() == Outcome.REJECTED && claim.reason() == Reason.NOT_FOUND;
  }
}
