package gantry.limits;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code RATE_LIMITS}, a JSON array of rules. */
@ConfigurationProperties("rate")
record LimitsConfig(@Nullable String limits) {
  String rules() {
    return limits == null || limits.isBlank() ? "[]" : limits;
  }
}
