package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.lookalike.PinnedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges a token by what sources say: the worst counts, and silence is never good news. */
public final class JudgeToken {
  private final PinnedTokens pinned;
  private final Coverage coverage;
  private final List<Rule> rules;

  public JudgeToken(PinnedTokens pinned, Thresholds thresholds) {
    this.pinned = pinned;
    this.coverage = new Coverage(thresholds);
    this.rules =
        List.of(
            new Traits(),
            new Taxes(thresholds),
            new Holders(thresholds),
            new Anomalies(),
            new Liquidity(thresholds),
            new Opinions());
  }

  public Assessment judge(Token token, List<Statement> statements) {
    var answered = Statement.answered(statements);
    var completeness = Completeness.of(token, answered);
    var findings = new ArrayList<>(found(token, answered));
    findings.addAll(Disagreements.of(answered));
    findings.addAll(coverage.findings(statements, completeness));
    return new Assessment(
        token, identity(answered), softened(token, findings, answered), completeness, statements);
  }

  private List<Finding> found(Token token, List<Answered> answered) {
    var all =
        Stream.concat(rules.stream(), Stream.of(new Names(pinned, token), new Powers(answered)));
    return all.flatMap(rule -> answered.stream().flatMap(rule::findings)).toList();
  }

  private List<Finding> softened(Token token, List<Finding> findings, List<Answered> answered) {
    var trusted = Softening.byTrust(findings, answered);
    return pinned.has(token) ? Softening.byOurList(trusted) : trusted;
  }

  /** As the first source has it that has one. */
  private static Identity identity(List<Answered> answered) {
    return answered.stream()
        .map(Answered::identity)
        .filter(identity -> !identity.symbol().isBlank() || !identity.name().isBlank())
        .findFirst()
        .orElse(Identity.NONE);
  }
}
