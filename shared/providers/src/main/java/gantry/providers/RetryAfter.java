package gantry.providers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The pause that a provider asks for: seconds, or a date. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /** None when it says nothing, or nothing that can be read. */
  static Duration of(Answer answer, Clock clock) {
    var value = answer.header("Retry-After").orElse("").strip();
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      var pause = Duration.between(clock.instant(), date);
      return pause.isPositive() ? pause : Duration.ZERO;
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }
}
