package gantry.providers;

import gantry.providers.Outcome.Reason;
import java.util.Optional;
import java.util.Set;

/** A proxy's HTML page, also one with 404, is not the provider's word. */
record MediaTypes(Set<String> accepted) implements AnswerJudge {
  @Override
  public Optional<Reason> reasonAgainst(Answer answer) {
    var known = (answer.isSuccess() && answer.isEmpty()) || accepted.contains(answer.mediaType());
    // We ask for no compression: what comes compressed was not meant for us.
    var plain = answer.header("Content-Encoding").filter(c -> !c.equals("identity")).isEmpty();
    return known && plain ? Optional.empty() : Optional.of(Reason.GARBLED);
  }
}
