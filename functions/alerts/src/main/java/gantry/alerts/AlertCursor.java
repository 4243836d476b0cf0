package gantry.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the list of alerts as callers carry it: opaque. */
record AlertCursor(Instant at, UUID id) {
  private static final AlertCursor NEWEST =
      new AlertCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  static AlertCursor of(AlertRow alert) {
    return new AlertCursor(alert.firedAt(), alert.id());
  }

  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
  }

  /** The newest for none; empty for anything but what {@link #text} made. */
  static Optional<AlertCursor> read(@Nullable String text) {
    if (text == null) {
      return Optional.of(NEWEST);
    }
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var cursor = new AlertCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(cursor).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
