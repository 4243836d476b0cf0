package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What it means that something is not known. */
final class Coverage {
  private final BigDecimal least;

  Coverage(Thresholds thresholds) {
    this.least = thresholds.coverage();
  }

  List<Finding> findings(List<Statement> statements, Completeness completeness) {
    var answered = Statement.answered(statements);
    var findings = new ArrayList<Finding>();
    findings.addAll(sellability(answered, completeness));
    if (answered.stream().allMatch(said -> said.facts().number(Topic.SELL_TAX).isEmpty())) {
      findings.add(
          Rule.own(Flag.TAX_UNKNOWN, Severity.INFO, "Nobody knows the tax on selling.", ""));
    }
    if (!completeness.missing().isEmpty()) {
      findings.add(partial(completeness));
    }
    statements.stream().flatMap(Coverage::silence).forEach(findings::add);
    answered.stream().flatMap(said -> recalled(said, statements)).forEach(findings::add);
    return findings;
  }

  private static List<Finding> sellability(List<Answered> answered, Completeness completeness) {
    var clean = answered.stream().filter(said -> said.facts().isNot(Topic.HONEYPOT)).toList();
    if (!clean.isEmpty()) {
      return clean.stream().map(Coverage::notHoneypot).toList();
    }
    return completeness.tellsSellability()
        ? List.of()
        : List.of(
            Rule.own(
                Flag.HONEYPOT_UNKNOWN,
                Severity.UNKNOWN,
                "Nobody could say whether it can be sold.",
                reason(answered)));
  }

  private static Finding notHoneypot(Answered said) {
    return new Finding(
        Flag.NOT_A_HONEYPOT,
        Severity.INFO,
        "The source says that it could be sold.",
        new Finding.Basis(said.source(), "honeypot: no"));
  }

  private static String reason(List<Answered> answered) {
    if (answered.stream().anyMatch(said -> said.facts().is(Topic.NOT_VERIFIED))) {
      return "the source code is not published";
    }
    return answered.stream().anyMatch(said -> said.facts().is(Topic.PROXY))
        ? "the code is behind a proxy"
        : "";
  }

  private Finding partial(Completeness completeness) {
    var enough = completeness.part().compareTo(least) >= 0;
    return Rule.own(
        Flag.PARTIAL_DATA,
        enough ? Severity.INFO : Severity.UNKNOWN,
        "Part of what should be known is not.",
        completeness.known() + " of " + completeness.expected());
  }

  private static Stream<Finding> silence(Statement statement) {
    return statement instanceof Silent silent ? Stream.of(finding(silent)) : Stream.empty();
  }

  /** What a source said before it fell silent, with its age. */
  private static Stream<Finding> recalled(Answered said, List<Statement> statements) {
    return statements.stream()
        .filter(other -> other instanceof Silent && other.source() == said.source())
        .map(silent ->
            new Finding(
                Flag.LAST_ANSWER,
                Severity.INFO,
                "The source is silent now; this is what it said last.",
                new Finding.Basis(
                    said.source(),
                    Duration.between(said.at(), silent.at()).toMinutes() + " minutes old")));
  }

  private static Finding finding(Silent silent) {
    return switch (silent.why()) {
      case NOT_FOUND -> silence(silent.source(), Flag.NOT_FOUND, "knows no such token");
      case NOT_A_CONTRACT ->
          silence(silent.source(), Flag.NOT_A_CONTRACT, "finds no contract at the address");
      case UNSUPPORTED_CHAIN ->
          silence(silent.source(), Flag.UNSUPPORTED_CHAIN, "does not cover the chain");
      case STILL_ANALYSING ->
          silence(silent.source(), Flag.STILL_ANALYSING, "has begun to look; ask again");
      case THROTTLED ->
          silence(silent.source(), Flag.PROVIDER_UNAVAILABLE, "was asked too often; ask again");
      case UNAVAILABLE ->
          silence(silent.source(), Flag.PROVIDER_UNAVAILABLE, "gave no answer; ask again");
    };
  }

  private static Finding silence(Source source, Flag flag, String what) {
    return new Finding(
        flag, Severity.INFO, "The source " + what + ".", new Finding.Basis(source, ""));
  }
}
