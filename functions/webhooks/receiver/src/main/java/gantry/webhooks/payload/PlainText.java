package gantry.webhooks.payload;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Text from outside that fits a column, a key and a log line, or null. */
final class PlainText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_DIGITS = 12;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private PlainText() {}

  /** One to 200 characters; control characters and broken pairs would not survive PostgreSQL. */
  static @Nullable String identifying(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      return null;
    }
    return text.codePoints().allMatch(PlainText::isPrintable) ? text : null;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : plausible(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException odd) {
      return null;
    }
  }

  static @Nullable Instant epochSecond(@Nullable String digits) {
    if (digits == null
        || digits.length() > MAX_DIGITS
        || !digits.chars().allMatch(PlainText::isDigit)) {
      return null;
    }
    return plausible(Instant.ofEpochSecond(Long.parseLong(digits)));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** PostgreSQL keeps microseconds, and years that Java knows are too many for it. */
  private static @Nullable Instant plausible(Instant time) {
    return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)
        ? null
        : time.truncatedTo(ChronoUnit.MICROS);
  }
}
