package gantry.payments.claim;

import gantry.payments.chain.FindTransaction;
import gantry.payments.chain.Finding;
import gantry.payments.chain.Question;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Deadline;
import gantry.providers.Parallel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Asks about all candidates at once; the caller gets an answer within eight seconds. */
@Singleton
final class LookUpClaim {
  private static final Duration LIMIT = Duration.ofMillis(6_500);

  private final FindTransaction findTransaction;
  private final Thresholds thresholds;

  LookUpClaim(FindTransaction findTransaction, Thresholds thresholds) {
    this.findTransaction = findTransaction;
    this.thresholds = thresholds;
  }

  /** Needs at least one candidate. */
  Finding lookUp(List<Question> candidates) {
    var deadline = Deadline.in(LIMIT);
    return Parallel.map(candidates, it -> find(it, deadline)).stream()
        .reduce(FindTransaction::better)
        .orElseThrow();
  }

  private Finding find(Question question, Deadline deadline) {
    return findTransaction.find(question, thresholds::areReachedBy, deadline);
  }
}
