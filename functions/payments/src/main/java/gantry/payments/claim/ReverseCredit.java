package gantry.payments.claim;

import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.ledger.Account;
import gantry.payments.ledger.Entry;
import gantry.payments.ledger.Ledger;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Map;

/**
 * Takes back a credit, all or a part of which is no longer on the chain: what is still there waits
 * for a top-up again. Access is another's to end.
 */
@Singleton
final class ReverseCredit {
  private final CreditedParts parts;
  private final Ledger ledger;
  private final Claims claims;
  private final Announcements announcements;

  ReverseCredit(CreditedParts parts, Ledger ledger, Claims claims, Announcements announcements) {
    this.parts = parts;
    this.ledger = ledger;
    this.claims = claims;
    this.announcements = announcements;
  }

  /** Not any more when another part of it disappeared before. */
  boolean isStanding(ClaimRow part) {
    return parts.creditOf(part).isPresent();
  }

  void reverse(Pair pair) {
    var gone = pair.claim();
    var credit = parts.creditOf(gone);
    var credited = credit.map(it -> ledger.credited(it.id())).orElse(Map.of());
    ledger.append(
        pair.intent().owner(),
        gone.id(),
        Entry.reversal(String.valueOf(gone.currency()), gone.received(), credited));
    credit.ifPresent(it -> takeBack(new Pair(pair.intent(), it), gone));
    credit.ifPresent(it -> announcements.tell("payment.reversed", it, units(credited)));
  }

  private void takeBack(Pair credit, ClaimRow gone) {
    parts.takeBack(credit.intent(), credit.claim()).stream()
        .filter(part -> !part.id().equals(gone.id()))
        .filter(part -> part.outcome() == Outcome.CREDITED)
        .forEach(part -> claims.close(part.ruled(Outcome.REVIEW, Reason.UNDERPAID, claims.now())));
  }

  private static BigInteger units(Map<Account, BigInteger> credited) {
    return credited.getOrDefault(Account.CREDITED, BigInteger.ZERO).negate();
  }
}
