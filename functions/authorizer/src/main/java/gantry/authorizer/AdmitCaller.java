package gantry.authorizer;

import gantry.authorizer.VerifyToken.Outcome;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.authorizer.VerifyToken.Outcome.Refused;
import gantry.meter.FailedAttempts;
import gantry.meter.Network;
import gantry.meter.Verdict;

/** Admits who has a good token, wherever he comes from, and tells networks that only guess. */
final class AdmitCaller {
  private final VerifyToken verifyToken;
  private final FailedAttempts attempts;

  AdmitCaller(VerifyToken verifyToken, FailedAttempts attempts) {
    this.verifyToken = verifyToken;
    this.attempts = attempts;
  }

  /** The token is always verified: whoever shares a network with a guesser is not locked out. */
  Outcome admit(String authorization, Network network) {
    var outcome = verifyToken.verify(authorization);
    return switch (outcome) {
      case Admitted _ -> {
        attempts.succeeded(network);
        yield outcome;
      }
      case Refused(var refusal) when refusal.mayBeGuess() && isTooMuch(network) ->
          new Refused(Refusal.TOO_MANY_FAILURES);
      case Refused _ -> outcome;
    };
  }

  private boolean isTooMuch(Network network) {
    return attempts.failed(network) instanceof Verdict.Refused;
  }
}
