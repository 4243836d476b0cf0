package gantry.payments.claim;

import gantry.payments.chain.Block.Standing;
import gantry.payments.chain.Finding;
import gantry.payments.verdict.Outcome;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a credited transaction is still there; nothing is debited without a person. */
@Singleton
final class RecheckCredit {
  private static final Logger LOG = LoggerFactory.getLogger(RecheckCredit.class);

  private final Transactions transactions;
  private final LockedClaims locked;
  private final Claims claims;
  private final RecheckRuling ruling;

  RecheckCredit(
      Transactions transactions, LockedClaims locked, Claims claims, RecheckRuling ruling) {
    this.transactions = transactions;
    this.locked = locked;
    this.claims = claims;
    this.ruling = ruling;
  }

  ClaimRow settle(UUID id, Finding finding) {
    return transactions.inTransaction(() -> {
      var claim = locked.lock(id).claim();
      if (claim.outcome() != Outcome.CREDITED) {
        return claim;
      }
      return switch (finding) {
        case Finding.Mined mined when stands(mined) -> claims.close(claim);
        case Finding.Unavailable _ -> claims.postpone(claim);
        case Finding.Mined _, Finding.Unknown _, Finding.Waiting _ -> disappeared(claim);
      };
    });
  }

  private static boolean stands(Finding.Mined mined) {
    var evidence = mined.evidence();
    return evidence.block().standing() != Standing.REPLACED && !evidence.hasFailed();
  }

  private ClaimRow disappeared(ClaimRow claim) {
    LOG.error("The transaction of credited claim {} has disappeared", claim.id());
    return claims.close(ruling.disappeared(claim));
  }
}
