package gantry.payments.claim;

import gantry.chains.ChainId;
import gantry.payments.chain.Question;
import gantry.payments.intent.Intents;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What to ask about a stored claim, and when. */
@Singleton
final class WatchedQuestions {
  /** Queues count whole seconds. */
  private static final Duration EARLY = Duration.ofSeconds(5);

  private final Intents intents;
  private final Candidates candidates;
  private final Clock clock;

  WatchedQuestions(Intents intents, Candidates candidates, Clock clock) {
    this.intents = intents;
    this.candidates = candidates;
    this.clock = clock;
  }

  boolean isDue(ClaimRow claim) {
    var next = claim.nextCheckAt();
    return next != null && !clock.instant().plus(EARLY).isBefore(next);
  }

  /** Once it has been seen on a chain only about that one. */
  List<Question> of(ClaimRow claim) {
    var seen = claim.chain() == null ? claim.hint() : claim.chain();
    var submission = ReadSubmission.read(claim.submission());
    var intent = intents.find(claim.intent());
    if (submission.isEmpty() || intent.isEmpty()) {
      return List.of();
    }
    var chain = seen == null ? null : ChainId.parse(seen).orElseThrow();
    var hinted =
        chain == null
            ? submission.get()
            : new Submission(submission.get().value(), List.of(chain.family()), chain);
    return candidates.of(intent.get(), hinted);
  }
}
