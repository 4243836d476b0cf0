package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.judgement.Flag.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a good reputation takes off. It never takes off a trap or a tax. */
final class Softening {
  private static final Set<Kind> BY_TRUST = EnumSet.of(Kind.POWER, Kind.CONCENTRATION);
  private static final Set<Kind> BY_OUR_LIST =
      EnumSet.of(Kind.POWER, Kind.CONTROL, Kind.CONCENTRATION, Kind.MARKET, Kind.COVERAGE);
  private static final Set<Kind> AN_ISSUERS = EnumSet.of(Kind.POWER, Kind.CONTROL);

  private Softening() {}

  static List<Finding> byTrust(List<Finding> findings, List<Answered> answered) {
    return answered.stream().anyMatch(said -> said.facts().is(Topic.TRUSTED))
        ? softened(findings, BY_TRUST)
        : findings;
  }

  /** An issuer's powers are told as such; a trap contradicts our list. */
  static List<Finding> byOurList(List<Finding> findings) {
    var powers = names(findings.stream().filter(f -> AN_ISSUERS.contains(f.flag().kind())));
    var traps = names(findings.stream().filter(Softening::contradictsOurList));
    var more =
        Stream.of(
                Rule.own(
                    Flag.ISSUER_CONTROLLED,
                    Severity.INFO,
                    "A known token; its issuer can do this.",
                    powers),
                Rule.own(
                    Flag.SOURCES_DISAGREE,
                    Severity.HIGH,
                    "A source calls a known token a trap. Either is wrong.",
                    traps))
            .filter(finding -> !finding.evidence().isEmpty());
    return Stream.concat(softened(findings, BY_OUR_LIST).stream(), more).toList();
  }

  private static boolean contradictsOurList(Finding finding) {
    return switch (finding.flag().kind()) {
      case TRAP -> true;
      case TAX -> finding.severity() == Severity.CRITICAL;
      case CONTROL, POWER, CONCENTRATION, MARKET, COVERAGE -> false;
    };
  }

  private static List<Finding> softened(List<Finding> findings, Set<Kind> kinds) {
    return findings.stream()
        .map(f -> kinds.contains(f.flag().kind()) ? f.as(Severity.INFO) : f)
        .toList();
  }

  private static String names(Stream<Finding> findings) {
    return findings
        .map(finding -> finding.flag().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
