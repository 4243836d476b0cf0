package gantry.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.audit.AuditPlace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the audit as callers carry it: opaque. */
final class AuditCursor {
  private AuditCursor() {}

  static String text(AuditPlace place) {
    var plain = place.at() + " " + place.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** The beginning for none; empty for anything but what {@link #text} made. */
  static Optional<AuditPlace> read(@Nullable String text) {
    if (text == null) {
      return Optional.of(AuditPlace.LAST);
    }
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var place = new AuditPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(place).filter(read -> text(read).equals(text));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
