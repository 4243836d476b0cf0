package gantry.payments.claim;

import gantry.payments.verdict.Outcome;
import jakarta.inject.Singleton;

/** Looks at a claim again: until it is settled, and once more after its credit. */
@Singleton
public final class WatchClaim {

  private final PostgresClaimStore store;
  private final WatchedQuestions questions;
  private final VerifyClaim verify;
  private final RecheckCredit recheck;

  WatchClaim(
      PostgresClaimStore store,
      WatchedQuestions questions,
      VerifyClaim verify,
      RecheckCredit recheck) {
    this.store = store;
    this.questions = questions;
    this.verify = verify;
    this.recheck = recheck;
  }

  /** A message that is none of ours, a copy, or too early, changes nothing. */
  public void look(String message) {
    WatchMessage.of(message)
        .flatMap(it -> store.find(it.claim()).filter(claim -> claim.attempt() == it.attempt()))
        .filter(questions::isDue)
        .ifPresent(this::look);
  }

  private void look(ClaimRow claim) {
    var asked = questions.of(claim);
    if (claim.outcome() == Outcome.CREDITED) {
      recheck.settle(claim.id(), verify.look(asked));
    } else {
      verify.verify(claim, asked);
    }
  }
}
