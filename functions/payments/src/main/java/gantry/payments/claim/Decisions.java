package gantry.payments.claim;

import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.payments.claim.ResolveClaim.Decision;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Keeps what operators decided, and that they did. */
@Singleton
final class Decisions {
  private final PostgresClaimStore store;
  private final Claims claims;
  private final ClaimBook book;
  private final Audit audit;

  Decisions(PostgresClaimStore store, Claims claims, ClaimBook book, Audit audit) {
    this.store = store;
    this.claims = claims;
    this.book = book;
    this.audit = audit;
  }

  boolean exists(UUID claim) {
    return store.find(claim).isPresent();
  }

  ClaimView keep(ClaimRow before, ClaimRow ruled, Decision decision) {
    var kept = isAboutItsLoss(before) ? claims.close(ruled) : claims.save(ruled);
    audit.append(
        AuditEvent.of(
                decision.operator(),
                "payment.resolved",
                new AuditedObject("payment", ruled.id().toString()),
                Map.of("decision", decision.kind().name(), "note", decision.note()))
            .changing(ClaimState.of(before), ClaimState.of(kept)));
    return book.view(kept);
  }

  /** Who credits it all the same is not asked again an hour later. */
  private static boolean isAboutItsLoss(ClaimRow claim) {
    return claim.reason() == Reason.CREDIT_DISAPPEARED;
  }
}
