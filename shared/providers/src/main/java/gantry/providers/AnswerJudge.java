package gantry.providers;

import gantry.providers.Outcome.Reason;
import java.util.Optional;

/** Tells an answer from an outage that looks like one, such as a rate limit inside a 200. */
@FunctionalInterface
public interface AnswerJudge {
  /** 429 is a limit, from 500 on the provider is down, and a redirect leads who knows where. */
  AnswerJudge BY_STATUS =
      answer -> {
        if (answer.status() == 429) {
          return Optional.of(Reason.THROTTLED);
        }
        if (answer.status() >= 500 || answer.status() == 408) {
          return Optional.of(Reason.DOWN);
        }
        return answer.status() / 100 == 3 ? Optional.of(Reason.GARBLED) : Optional.empty();
      };

  /** Why this is no answer; empty when it is one. */
  Optional<Reason> reasonAgainst(Answer answer);

  /** Asks the other when this one has nothing against it. */
  default AnswerJudge then(AnswerJudge other) {
    return answer -> reasonAgainst(answer).or(() -> other.reasonAgainst(answer));
  }
}
