package gantry.payments.claim;

import gantry.payments.claim.CreditClaim.Sums;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a ruling moves: legs, other claims of the intent, and money. */
@Singleton
final class ClaimEffects {
  private final TakeLegs takeLegs;
  private final CreditClaim creditClaim;
  private final Announcements announcements;
  private final Clock clock;

  ClaimEffects(
      TakeLegs takeLegs, CreditClaim creditClaim, Announcements announcements, Clock clock) {
    this.takeLegs = takeLegs;
    this.creditClaim = creditClaim;
    this.announcements = announcements;
    this.clock = clock;
  }

  void hold(Pair pair) {
    takeLegs.take(pair.claim());
    creditClaim.hold(pair.intent(), pair.claim());
  }

  /** Claims that had waited for this one are credited with it. */
  void credit(Pair pair, Sums sums) {
    takeLegs.take(pair.claim());
    takeLegs
        .waiting(pair.intent(), pair.claim())
        .forEach(it -> takeLegs.rule(it.ruled(Outcome.CREDITED, Reason.OK, clock.instant())));
    creditClaim.credit(pair.intent(), pair.claim(), sums, clock.instant());
  }

  void count(ClaimRow claim) {
    announcements.count(claim);
  }
}
