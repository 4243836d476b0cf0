package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What is to be thought of a token, and why: the worst findings first. */
public record Assessment(
    Token token,
    Identity identity,
    List<Finding> findings,
    Completeness completeness,
    List<Statement> statements) {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::flag)
          .thenComparing(Finding::source)
          .thenComparing(Finding::evidence);

  public Assessment {
    findings = findings.stream().sorted(WORST_FIRST).distinct().toList();
    statements = List.copyOf(statements);
  }

  public Level level() {
    return Level.of(findings);
  }

  /** Orders tokens of one level. */
  public OptionalInt score() {
    return Score.of(level(), findings);
  }
}
