package gantry.tokenscan.evidence;

import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Token;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lets what a source said last stand beside its silence. */
@Singleton
final class RecallAnswers {
  private final LastAnswerCache last;
  private final EvidenceConfig config;
  private final Clock clock;

  RecallAnswers(LastAnswerCache last, EvidenceConfig config, Clock clock) {
    this.last = last;
    this.config = config;
    this.clock = clock;
  }

  List<Statement> complete(Token token, List<Statement> said) {
    var silent = Silence.passing(said);
    var recalled = silent.isEmpty() ? List.<Answered>of() : recall(token, silent);
    if (silent.size() < said.size()) { // Where nobody spoke there is nothing new to keep.
      last.keep(
          token, Stream.concat(Statement.answered(said).stream(), recalled.stream()).toList());
    }
    return Stream.concat(said.stream(), recalled.stream()).toList();
  }

  private List<Answered> recall(Token token, Set<Source> silent) {
    var oldest = clock.instant().minus(config.last());
    return last.find(token).stream()
        .filter(answer -> silent.contains(answer.source()) && answer.at().isAfter(oldest))
        .toList();
  }
}
