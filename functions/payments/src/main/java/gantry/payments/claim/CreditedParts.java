package gantry.payments.claim;

import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.intent.Intent;
import gantry.payments.intent.Intents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The claims of one credit: together they fill the intent, and together they are taken back. */
@Singleton
final class CreditedParts {
  private final PostgresPartStore parts;
  private final PostgresClaimStore claims;
  private final Intents intents;

  CreditedParts(PostgresPartStore parts, PostgresClaimStore claims, Intents intents) {
    this.parts = parts;
    this.claims = claims;
    this.intents = intents;
  }

  void keep(Pair pair, List<ClaimRow> waited, Instant now) {
    var credit = pair.claim().id();
    intents.credit(pair.intent().id(), now);
    parts.insert(new PartRow(credit, credit));
    waited.forEach(part -> parts.insert(new PartRow(part.id(), credit)));
  }

  /** The claim that brought about the credit of this one; empty once that is taken back. */
  Optional<ClaimRow> creditOf(ClaimRow part) {
    return parts.find(part.id()).flatMap(found -> claims.find(found.credit()));
  }

  /** All of them; the intent is open again unless it was credited twice. */
  List<ClaimRow> takeBack(Intent intent, ClaimRow credit) {
    var all = parts.ofCredit(credit.id());
    parts.delete(credit.id());
    if (!parts.isLeft(intent.id())) {
      intents.reopen(intent.id());
    }
    return all.stream().map(part -> claims.find(part.claim()).orElseThrow()).toList();
  }
}
