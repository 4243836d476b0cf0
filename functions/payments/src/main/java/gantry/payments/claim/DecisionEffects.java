package gantry.payments.claim;

import gantry.payments.claim.CreditClaim.Sums;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.intent.Intent;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import gantry.payments.verdict.Terms.Option;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What an operator's decision moves. */
@Singleton
final class DecisionEffects {
  private final TakeLegs takeLegs;
  private final CreditClaim creditClaim;
  private final ReverseCredit reverseCredit;
  private final Clock clock;

  DecisionEffects(
      TakeLegs takeLegs, CreditClaim creditClaim, ReverseCredit reverseCredit, Clock clock) {
    this.takeLegs = takeLegs;
    this.creditClaim = creditClaim;
    this.reverseCredit = reverseCredit;
    this.clock = clock;
  }

  /** Empty when nothing tells which asset came. */
  Optional<ClaimRow> credit(Pair pair) {
    var claim = pair.claim();
    var ruled = claim.ruled(Outcome.CREDITED, Reason.OPERATOR, clock.instant());
    var isLost = claim.reason() == Reason.CREDIT_DISAPPEARED;
    if (isLost && reverseCredit.isStanding(claim)) {
      return Optional.of(ruled); // It was credited before.
    }
    if (claim.isHeld() || isLost) {
      return Optional.of(booked(pair.intent(), ruled, BigInteger.ZERO, claim.received()));
    }
    if (claim.units() == null) {
      return optionOf(pair).map(option -> vouchedFor(option, pair.intent(), ruled));
    }
    takeLegs.take(ruled);
    return Optional.of(booked(pair.intent(), ruled, claim.received(), BigInteger.ZERO));
  }

  private ClaimRow booked(Intent intent, ClaimRow claim, BigInteger received, BigInteger waited) {
    var currency = String.valueOf(claim.currency());
    var sums = new Sums(currency, received, waited, BigInteger.ZERO);
    creditClaim.credit(new Pair(intent, claim), List.of(), sums, clock.instant());
    return claim;
  }

  /** The way to pay that it must have been; the coin, where a contract may have moved coins. */
  private static Optional<Option> optionOf(Pair pair) {
    var claim = pair.claim();
    var fitting =
        pair.intent().options().stream()
            .filter(option -> option.asset().chain().toString().equals(claim.chain()))
            .filter(option ->
                claim.reason() != Reason.INTERNAL_TRANSFER || option.asset().token().isCoin())
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** No provider could show the money: the operator says that it is what was asked for. */
  private ClaimRow vouchedFor(Option option, Intent intent, ClaimRow claim) {
    var vouched =
        claim.seen(
            new ClaimRow.Sighted(
                claim.chain(),
                claim.hash(),
                option.asset().currency(),
                new BigDecimal(option.units()),
                null,
                claim.answer()));
    takeLegs.takeWhole(vouched);
    return booked(intent, vouched, vouched.received(), BigInteger.ZERO);
  }

  ClaimRow reject(Pair pair) {
    var claim = pair.claim();
    if (claim.isHeld()) {
      creditClaim.giveUp(pair.intent(), claim);
    }
    if (claim.reason() == Reason.CREDIT_DISAPPEARED) {
      reverseCredit.reverse(pair);
    }
    return claim.ruled(Outcome.REJECTED, Reason.REFUSED_BY_OPERATOR, clock.instant());
  }
}
