package gantry.payments.claim;

import gantry.payments.claim.CreditClaim.Sums;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;

/** What a ruling moves: legs, other claims of the intent, and money. */
@Singleton
final class ClaimEffects {
  private final TakeLegs takeLegs;
  private final CreditClaim creditClaim;
  private final Claims claims;
  private final Announcements announcements;

  ClaimEffects(
      TakeLegs takeLegs, CreditClaim creditClaim, Claims claims, Announcements announcements) {
    this.takeLegs = takeLegs;
    this.creditClaim = creditClaim;
    this.claims = claims;
    this.announcements = announcements;
  }

  void hold(Pair pair) {
    takeLegs.take(pair.claim());
    creditClaim.hold(pair.intent(), pair.claim());
  }

  /** Claims that had waited for this one are credited with it, and looked at once more as it is. */
  void credit(Pair pair, Sums sums) {
    takeLegs.take(pair.claim());
    var waited = takeLegs.waiting(pair.intent(), pair.claim());
    waited.forEach(it -> claims.save(it.ruled(Outcome.CREDITED, Reason.OK, claims.now())));
    creditClaim.credit(pair, waited, sums, claims.now());
  }

  void count(ClaimRow claim) {
    announcements.count(claim);
  }
}
