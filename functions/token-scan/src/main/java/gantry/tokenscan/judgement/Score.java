package gantry.tokenscan.judgement;

import java.util.Collection;
import java.util.OptionalInt;

/** A place inside a level: more and worse findings come further up. */
final class Score {
  private Score() {}

  static OptionalInt of(Level level, Collection<Finding> findings) {
    return switch (level) {
      case LOW -> OptionalInt.of(within(0, 24, findings));
      case MEDIUM -> OptionalInt.of(within(25, 49, findings));
      case HIGH -> OptionalInt.of(within(50, 79, findings));
      case CRITICAL -> OptionalInt.of(within(80, 100, findings));
      case UNKNOWN -> OptionalInt.empty();
    };
  }

  private static int within(int first, int last, Collection<Finding> findings) {
    var weight = findings.stream().mapToInt(finding -> weight(finding.severity())).sum();
    return Math.min(last, first + weight);
  }

  private static int weight(Severity severity) {
    return switch (severity) {
      case INFO -> 0;
      case MEDIUM, UNKNOWN -> 2;
      case HIGH -> 4;
      case CRITICAL -> 6;
    };
  }
}
