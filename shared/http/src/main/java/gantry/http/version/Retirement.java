package gantry.http.version;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** When a version is deprecated, and when it ends. */
public record Retirement(Instant deprecated, Instant sunset) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  public Retirement {
    if (!deprecated.isBefore(sunset)) {
      throw new IllegalArgumentException("A version ends after it is deprecated");
    }
  }

  boolean isOver(Instant now) {
    return !now.isBefore(sunset);
  }

  /** RFC 9745 and RFC 8594, with the version to move to. */
  Map<String, String> headers(ApiVersion successor) {
    return Map.of(
        "Deprecation", "@" + deprecated.getEpochSecond(),
        "Sunset", HTTP_DATE.format(sunset),
        "Link", "<" + successor.path() + ">; rel=\"successor-version\"");
  }
}
