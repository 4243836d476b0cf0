package gantry.tokenscan;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.judgement.Assessment;
import gantry.tokenscan.judgement.Finding;
import gantry.tokenscan.judgement.Flag;
import gantry.tokenscan.judgement.Level;
import gantry.tokenscan.judgement.Severity;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A judged token as the API shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RiskView(
    String address,
    @Nullable String chain,
    @Nullable String name,
    @Nullable String symbol,
    Level level,
    @Nullable Integer score,
    String verdict,
    Evidence completeness,
    List<Found> findings,
    List<Asked> sources,
    Instant checkedAt,
    boolean cached) {
  public static final Argument<List<RiskView>> SEVERAL = Argument.listOf(RiskView.class);

  private static final Set<String> PASSING =
      Stream.of(Silence.values())
          .filter(Silence::passes)
          .map(Silence::name)
          .collect(Collectors.toSet());

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Evidence(int known, int expected, List<String> missing) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Found(Flag flag, Severity severity, String detail, String evidence, String source) {
    static Found of(Finding finding) {
      return new Found(
          finding.flag(),
          finding.severity(),
          finding.detail(),
          finding.evidence(),
          finding.source().label());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Asked(String name, String status, Instant fetchedAt) {
    static Asked of(Statement said, String answered) {
      var status =
          switch (said) {
            case Answered _ -> answered;
            case Silent silent -> silent.why().name();
          };
      return new Asked(said.source().label(), status, said.at());
    }
  }

  /** Evidence from before the question was asked is told to be cached. */
  static RiskView of(Assessment assessment, Instant asked) {
    var score = assessment.score();
    return new RiskView(
        assessment.token().address(),
        textOrNull(assessment.token().chain()),
        textOrNull(assessment.identity().name()),
        textOrNull(assessment.identity().symbol()),
        assessment.level(),
        score.isPresent() ? score.getAsInt() : null,
        assessment.verdict(),
        evidence(assessment),
        assessment.findings().stream().map(Found::of).toList(),
        asked(assessment.statements()),
        assessment.at(),
        assessment.isOlderThan(asked));
  }

  /** An answer beside a silence of its source is its last one. */
  private static List<Asked> asked(List<Statement> statements) {
    var silent = Silence.passing(statements);
    return statements.stream()
        .map(said -> Asked.of(said, silent.contains(said.source()) ? "LAST_ANSWER" : "ANSWERED"))
        .toList();
  }

  /** Whether a source may say more soon, also about another chain. */
  public boolean mayBeToldMore() {
    return sources.stream().map(Asked::status).anyMatch(PASSING::contains)
        || findings.stream().map(Found::flag).anyMatch(Flag.CHAINS_NOT_ASKED::equals);
  }

  private static Evidence evidence(Assessment assessment) {
    var completeness = assessment.completeness();
    return new Evidence(
        completeness.known(),
        completeness.expected(),
        completeness.missing().stream().map(Topic::label).sorted().toList());
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
