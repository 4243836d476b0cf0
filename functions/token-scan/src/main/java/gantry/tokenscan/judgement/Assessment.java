package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

  /** Whether asking again soon would tell no more. */
  public boolean isFinal() {
    return Silence.passing(statements).isEmpty();
  }

  /** The same, saying that these chains could not be asked. */
  public Assessment notAsked(String chains) {
    var more =
        Rule.own(Flag.CHAINS_NOT_ASKED, Severity.INFO, "Not every chain could be asked.", chains);
    return new Assessment(
        token,
        identity,
        Stream.concat(findings.stream(), Stream.of(more)).toList(),
        completeness,
        statements);
  }

  /** When the oldest of its evidence was fetched. */
  public Instant at() {
    return statements.stream()
        .map(Statement::at)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Whether all of its evidence is from before. */
  public boolean isOlderThan(Instant time) {
    return statements.stream().allMatch(said -> said.at().isBefore(time));
  }

  public Level level() {
    return Level.of(findings);
  }

  public String verdict() {
    return Verdict.of(level(), findings);
  }

  /** Orders tokens of one level. */
  public OptionalInt score() {
    return Score.of(level(), findings);
  }
}
