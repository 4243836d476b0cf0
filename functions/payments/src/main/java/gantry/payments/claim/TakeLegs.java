package gantry.payments.claim;

import gantry.payments.intent.Intent;
import gantry.payments.verdict.Terms;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Makes the legs of a transaction a claim's own, for ever. */
@Singleton
final class TakeLegs {
  private final PostgresLegStore legs;
  private final TermsOfClaim terms;
  private final Clock clock;

  TakeLegs(PostgresLegStore legs, TermsOfClaim terms, Clock clock) {
    this.legs = legs;
    this.terms = terms;
    this.clock = clock;
  }

  /** Those that the transaction showed. */
  void take(ClaimRow claim) {
    if (claim.legIndexes().stream().anyMatch(TakeLegs::isOfItsBlock)) {
      takeWhole(claim);
      return;
    }
    if (lock(claim).contains(Terms.WHOLE)) {
      throw new LegTakenException();
    }
    claim.legIndexes().forEach(index -> take(claim, index));
  }

  /** Seen before legs got names that outlive a reorganisation. */
  private static boolean isOfItsBlock(String leg) {
    return leg.startsWith("log-");
  }

  /** For money that no provider shows as a leg: then nobody else may have any of it. */
  void takeWhole(ClaimRow claim) {
    if (!lock(claim).isEmpty()) {
      throw new LegTakenException();
    }
    take(claim, Terms.WHOLE);
  }

  /** What others have of it; one after the other, or a whole and its parts could both be taken. */
  private List<String> lock(ClaimRow claim) {
    if (claim.chain() == null || claim.hash() == null) {
      throw new IllegalStateException("Nobody has seen the transaction");
    }
    legs.lock(claim.chain() + ":" + claim.hash());
    return legs.ofOthers(claim.chain(), claim.hash(), claim.id());
  }

  private void take(ClaimRow claim, String index) {
    var chain = String.valueOf(claim.chain());
    var hash = String.valueOf(claim.hash());
    if (legs.consume(new LegRow(chain, hash, index, claim.id(), clock.instant())) == null) {
      throw new LegTakenException();
    }
  }

  /** Claims of the intent whose money waits for more. */
  List<ClaimRow> waiting(Intent intent, ClaimRow but) {
    return terms.held(intent, but).stream()
        .filter(claim -> String.valueOf(claim.currency()).equals(but.currency()))
        .toList();
  }
}
