package gantry.payments.claim;

import gantry.payments.chain.Finding;
import gantry.payments.intent.Intent;
import gantry.payments.intent.Intents;
import gantry.payments.verdict.Terms;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Claims together with their intents, locked in this order: nobody else decides meanwhile. */
@Singleton
final class LockedClaims {
  private final PostgresClaimStore claims;
  private final Intents intents;
  private final TermsOfClaim terms;

  LockedClaims(PostgresClaimStore claims, Intents intents, TermsOfClaim terms) {
    this.claims = claims;
    this.intents = intents;
    this.terms = terms;
  }

  record Pair(Intent intent, ClaimRow claim) {}

  /** Only inside a transaction. */
  Pair lock(UUID claim) {
    var intent = intents.lock(claims.find(claim).orElseThrow().intent());
    return new Pair(intent, claims.lock(claim).orElseThrow());
  }

  Terms terms(Pair pair, Finding finding) {
    return terms.of(pair.intent(), pair.claim(), finding);
  }
}
