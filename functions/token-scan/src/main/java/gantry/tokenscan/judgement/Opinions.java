package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Warning.Grade;
import java.util.stream.Stream;

/** What a source makes of it itself. */
final class Opinions implements Rule {
  @Override
  public Stream<Finding> findings(Answered said) {
    return said.facts().warnings().stream()
        .map(warning ->
            new Finding(
                Flag.SECOND_OPINION,
                severity(warning.grade()),
                "The source itself warns.",
                new Finding.Basis(said.source(), warning.words())));
  }

  private static Severity severity(Grade grade) {
    return switch (grade) {
      case DANGER -> Severity.HIGH;
      case WARN -> Severity.MEDIUM;
      case NOTE -> Severity.INFO;
    };
  }
}
