package gantry.payments.claim;

import gantry.payments.chain.Finding;
import gantry.payments.chain.Question;
import gantry.payments.intent.Intent;
import gantry.payments.verdict.PayerRule;
import gantry.payments.verdict.Terms;
import gantry.payments.verdict.Terms.Earlier;
import gantry.payments.verdict.Terms.Part;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** What a claim is measured by: the intent, its other claims, and what others have taken. */
@Singleton
final class TermsOfClaim {
  private final PostgresClaimStore claims;
  private final PostgresLegStore legs;

  TermsOfClaim(PostgresClaimStore claims, PostgresLegStore legs) {
    this.claims = claims;
    this.legs = legs;
  }

  /** Inside the transaction that locks the intent. */
  Terms of(Intent intent, ClaimRow claim, Finding finding) {
    return finding instanceof Finding.Mined mined
        ? of(intent, claim, mined.evidence().question())
        : new Terms(
            intent.options(), intent.window(), new PayerRule.Unproven(), Earlier.NOTHING, Set.of());
  }

  private Terms of(Intent intent, ClaimRow claim, Question question) {
    var taken = legs.ofOthers(question.chain().toString(), question.hash().value(), claim.id());
    return new Terms(
        intent.optionsOn(question.chain()),
        intent.window(),
        intent.payerRule(question.chain().family()),
        new Earlier(intent.lifetime().credited(), parts(held(intent, claim))),
        Set.copyOf(taken));
  }

  /** Claims of the intent whose money waits for more. */
  List<ClaimRow> held(Intent intent, ClaimRow but) {
    return claims.ofIntent(intent.id()).stream()
        .filter(claim -> claim.isHeld() && !claim.id().equals(but.id()))
        .toList();
  }

  static BigInteger sum(List<ClaimRow> claims) {
    return claims.stream().map(ClaimRow::received).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<Part> parts(List<ClaimRow> held) {
    return held.stream()
        .map(claim -> new Part(String.valueOf(claim.currency()), claim.received()))
        .toList();
  }
}
