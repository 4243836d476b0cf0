package gantry.alerts;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * When to tell somebody. The name is the CloudWatch alarm's logical id; what else the alarm says is
 * here too, and a test compares both. With a signal the rule is evaluated here, else by CloudWatch.
 */
@Serdeable
record Rule(
    String name,
    Severity severity,
    String summary,
    @Nullable String signal,
    double threshold,
    Comparison comparison) {

  boolean isEvaluatedHere() {
    return signal != null;
  }

  boolean firesAt(double value) {
    return switch (comparison) {
      case GreaterThanThreshold -> value > threshold;
      case LessThanThreshold -> value < threshold;
    };
  }

  /** In CloudWatch's words. */
  enum Comparison {
    GreaterThanThreshold,
    LessThanThreshold
  }
}
