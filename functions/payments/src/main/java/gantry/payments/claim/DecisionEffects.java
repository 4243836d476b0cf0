package gantry.payments.claim;

import gantry.payments.claim.CreditClaim.Sums;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.intent.Intent;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;

/** What an operator's decision moves. */
@Singleton
final class DecisionEffects {
  private final TakeLegs takeLegs;
  private final CreditClaim creditClaim;
  private final Clock clock;

  DecisionEffects(TakeLegs takeLegs, CreditClaim creditClaim, Clock clock) {
    this.takeLegs = takeLegs;
    this.creditClaim = creditClaim;
    this.clock = clock;
  }

  ClaimRow credit(Pair pair) {
    var claim = pair.claim();
    var ruled = claim.ruled(Outcome.CREDITED, Reason.OPERATOR, clock.instant());
    if (claim.reason() == Reason.CREDIT_DISAPPEARED) {
      return ruled; // It was credited before.
    }
    if (claim.isHeld()) {
      var sums =
          new Sums(
              String.valueOf(claim.currency()), BigInteger.ZERO, claim.received(), BigInteger.ZERO);
      creditClaim.credit(pair.intent(), ruled, sums, clock.instant());
      return ruled;
    }
    var vouched = claim.units() == null ? vouchedFor(pair.intent(), ruled) : ruled;
    if (claim.units() == null) {
      takeLegs.takeWhole(vouched);
    } else {
      takeLegs.take(vouched);
    }
    var sums =
        new Sums(
            String.valueOf(vouched.currency()),
            vouched.received(),
            BigInteger.ZERO,
            BigInteger.ZERO);
    creditClaim.credit(pair.intent(), vouched, sums, clock.instant());
    return vouched;
  }

  /** No provider could show the money: the operator says that it is what was asked for. */
  private static ClaimRow vouchedFor(Intent intent, ClaimRow claim) {
    var option = intent.options().getFirst();
    return claim.seen(
        new ClaimRow.Sighted(
            claim.chain(),
            claim.hash(),
            option.asset().currency(),
            new BigDecimal(option.units()),
            null,
            claim.answer()));
  }

  ClaimRow reject(Pair pair) {
    var claim = pair.claim();
    if (claim.isHeld()) {
      creditClaim.giveUp(pair.intent(), claim);
    }
    if (claim.reason() == Reason.CREDIT_DISAPPEARED) {
      creditClaim.reverse(pair.intent(), claim);
    }
    return claim.ruled(Outcome.REJECTED, Reason.REFUSED_BY_OPERATOR, clock.instant());
  }
}
