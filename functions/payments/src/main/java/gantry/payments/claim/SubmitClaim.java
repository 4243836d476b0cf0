package gantry.payments.claim;

import gantry.payments.chain.Question;
import gantry.payments.intent.Intent;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes a submitted hash: stores the claim, asks the chain, settles it. When the process dies on
 * the way the watch goes on with the stored claim.
 */
@Singleton
public final class SubmitClaim {
  private final OpenClaims open;
  private final Candidates candidates;
  private final LookOnce lookOnce;
  private final VerifyClaim verify;

  SubmitClaim(OpenClaims open, Candidates candidates, LookOnce lookOnce, VerifyClaim verify) {
    this.open = open;
    this.candidates = candidates;
    this.lookOnce = lookOnce;
    this.verify = verify;
  }

  public sealed interface Result {
    record Ruled(ClaimView claim) implements Result {}

    /** No transaction of any chain that could pay the intent. */
    record Invalid() implements Result {}

    /** More hashes than anybody pays with. */
    record TooMany() implements Result {}
  }

  public Result submit(Intent intent, String text) {
    var submission = ReadSubmission.read(text);
    if (submission.isEmpty()) {
      return new Result.Invalid();
    }
    var questions = candidates.of(intent, submission.get());
    if (questions.isEmpty()) {
      return new Result.Invalid();
    }
    var claim = open.open(intent, submission.get());
    if (claim.isEmpty()) {
      return new Result.TooMany();
    }
    return new Result.Ruled(open.view(ruled(claim.get(), questions)));
  }

  private ClaimRow ruled(ClaimRow claim, List<Question> questions) {
    if (!claim.isOpen()) {
      return claim;
    }
    return lookOnce.mayLead(claim) ? verify.verify(claim, questions) : lookOnce.await(claim);
  }
}
