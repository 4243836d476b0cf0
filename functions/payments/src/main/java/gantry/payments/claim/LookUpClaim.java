package gantry.payments.claim;

import gantry.payments.chain.FindTransaction;
import gantry.payments.chain.Finding;
import gantry.payments.chain.Question;
import gantry.payments.chain.Trouble;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Deadline;
import gantry.providers.Parallel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

  /** Only what the intent's own chains do not know is looked for on our others. */
  Finding lookUp(List<Question> candidates) {
    if (candidates.isEmpty()) {
      return new Finding.Unavailable(Trouble.DOWN); // Its chain has left RECIPIENTS.
    }
    var deadline = Deadline.in(LIMIT);
    var own = candidates.stream().filter(it -> !it.isElsewhere()).toList();
    var others = candidates.stream().filter(Question::isElsewhere).toList();
    return all(own, deadline)
        .filter(found -> !(found instanceof Finding.Unknown))
        .or(() -> all(others, deadline))
        .orElseGet(Finding.Unknown::new);
  }

  /** Empty when there is nothing to ask. */
  private Optional<Finding> all(List<Question> candidates, Deadline deadline) {
    return Parallel.map(candidates, it -> find(it, deadline)).stream()
        .reduce(FindTransaction::better);
  }

  private Finding find(Question question, Deadline deadline) {
    return findTransaction.find(question, thresholds::areReachedBy, deadline);
  }
}
