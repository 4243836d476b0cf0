package gantry.tokenscan.judgement;

import java.util.Collection;
import java.util.Comparator;

/** A token's risk, in rising order: the worst of its findings. */
public enum Level {
  LOW("Nothing dangerous was found in what could be checked."),
  MEDIUM("Somebody could still change the rules, or the market is thin. Look at the findings."),
  UNKNOWN("Nobody could say whether this token can be sold. Do not take that for safe."),
  HIGH("Holders depend on somebody's good will, or this is not what it looks like."),
  CRITICAL("This is a trap: who buys it will not get the money back.");

  private final String verdict;

  Level(String verdict) {
    this.verdict = verdict;
  }

  public String verdict() {
    return verdict;
  }

  static Level of(Collection<Finding> findings) {
    return findings.stream()
        .map(finding -> of(finding.severity()))
        .max(Comparator.naturalOrder())
        .orElse(LOW);
  }

  private static Level of(Severity severity) {
    return switch (severity) {
      case INFO -> LOW;
      case MEDIUM -> MEDIUM;
      case UNKNOWN -> UNKNOWN;
      case HIGH -> HIGH;
      case CRITICAL -> CRITICAL;
    };
  }
}
