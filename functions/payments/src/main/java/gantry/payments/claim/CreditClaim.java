package gantry.payments.claim;

import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.intent.Intent;
import gantry.payments.ledger.Entry;
import gantry.payments.ledger.Ledger;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** The effects of a credit: intent, ledger, grant and event, all in the caller's transaction. */
@Singleton
final class CreditClaim {
  private final CreditedParts parts;
  private final Ledger ledger;
  private final SendGrants grants;
  private final Announcements announcements;

  CreditClaim(CreditedParts parts, Ledger ledger, SendGrants grants, Announcements announcements) {
    this.parts = parts;
    this.ledger = ledger;
    this.grants = grants;
    this.announcements = announcements;
  }

  /** What came, what had waited in other claims, and what of both is too much. */
  record Sums(String currency, BigInteger received, BigInteger waited, BigInteger surplus) {
    BigInteger credited() {
      return received.add(waited).subtract(surplus);
    }
  }

  /** With the claims whose money had waited for it. */
  void credit(Pair pair, List<ClaimRow> waited, Sums sums, Instant now) {
    var intent = pair.intent();
    var claim = pair.claim();
    parts.keep(pair, waited, now);
    ledger.append(
        intent.owner(),
        claim.id(),
        Entry.credit(sums.currency(), sums.received(), sums.waited(), sums.surplus()));
    if (intent.grant() != null) {
      grants.promise(claim.id(), intent.owner(), intent.grant());
    }
    announcements.tell("payment.credited", claim, sums.credited());
  }

  /** Nothing is credited, but it belongs to the intent. */
  void hold(Intent intent, ClaimRow claim) {
    ledger.append(
        intent.owner(),
        claim.id(),
        Entry.receipt(String.valueOf(claim.currency()), claim.received()));
  }

  /** An operator will not credit what had waited. */
  void giveUp(Intent intent, ClaimRow claim) {
    ledger.append(
        intent.owner(),
        claim.id(),
        Entry.returned(String.valueOf(claim.currency()), claim.received()));
  }
}
