package gantry.payments.claim;

import gantry.payments.chain.Finding;
import gantry.payments.chain.Question;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks the chain first, and decides afterwards: no transaction waits for a provider. */
@Singleton
final class VerifyClaim {
  private final LookUpClaim lookUp;
  private final SettleClaim settle;

  VerifyClaim(LookUpClaim lookUp, SettleClaim settle) {
    this.lookUp = lookUp;
    this.settle = settle;
  }

  ClaimRow verify(ClaimRow claim, List<Question> questions) {
    return settle.settle(claim.id(), lookUp.lookUp(questions));
  }

  Finding look(List<Question> questions) {
    return lookUp.lookUp(questions);
  }
}
