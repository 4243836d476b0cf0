package gantry.tokenscan.judgement;

import java.util.Collection;
import java.util.Comparator;

/** A token's risk, in rising order: the worst of its findings. */
public enum Level {
  LOW,
  MEDIUM,
  UNKNOWN,
  HIGH,
  CRITICAL;

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
