package gantry.tokenscan.judgement;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What a level comes to, in one sentence for people; for the unknown, what nobody knows. */
final class Verdict {
  private Verdict() {}

  static String of(Level level, Collection<Finding> findings) {
    return switch (level) {
      case LOW -> "Nothing dangerous was found in what could be checked.";
      case MEDIUM ->
          "Somebody could still change the rules, or the market is thin. Look at the findings.";
      case UNKNOWN -> unknown(findings) + " Do not take that for safe.";
      case HIGH -> "Holders depend on somebody's good will, or this is not what it looks like.";
      case CRITICAL -> "This is a trap: who buys it will not get the money back.";
    };
  }

  private static String unknown(Collection<Finding> findings) {
    var reasons = reasons(findings);
    if (reasons.contains(Flag.HONEYPOT_UNKNOWN)) {
      return "Nobody could say whether this token can be sold.";
    }
    return reasons.contains(Flag.NOT_TRADED)
        ? "This token is traded nowhere that is known."
        : "Too little is known about this token to judge it.";
  }

  private static Set<Flag> reasons(Collection<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.UNKNOWN)
        .map(Finding::flag)
        .collect(Collectors.toSet());
  }
}
