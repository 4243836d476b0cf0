package gantry.payments.claim;

import gantry.payments.chain.Finding;
import gantry.payments.verdict.JudgePayment;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Decides a claim by what was found, in one transaction with all effects. Evidence was collected
 * before it; who pays what, and what was claimed already, is looked up in it.
 */
@Singleton
final class SettleClaim {
  private static final int MOST_TRIES = 5;

  private final Transactions transactions;
  private final LockedClaims locked;
  private final JudgePayment judge;
  private final ApplyVerdict applyVerdict;

  SettleClaim(
      Transactions transactions, LockedClaims locked, JudgePayment judge, ApplyVerdict apply) {
    this.transactions = transactions;
    this.locked = locked;
    this.judge = judge;
    this.applyVerdict = apply;
  }

  /** A settled claim stays as it is. */
  ClaimRow settle(UUID claim, Finding finding) {
    for (var tries = 1; ; tries++) {
      try {
        return transactions.inTransaction(() -> decide(claim, finding));
      } catch (LegTakenException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private ClaimRow decide(UUID id, Finding finding) {
    var pair = locked.lock(id);
    if (!pair.claim().isOpen()) {
      return pair.claim();
    }
    var terms = locked.terms(pair, finding);
    return applyVerdict.apply(pair, judge.judge(terms, finding));
  }
}
