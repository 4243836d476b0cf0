package gantry.webhooks.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place of one event in the order of receipt; opaque to callers. */
record EventCursor(Instant receivedAt, UUID id) {
  /** Before every event. */
  static final EventCursor FIRST = new EventCursor(EventQuery.EARLIEST, new UUID(0, 0));

  /** Behind every event; PostgreSQL compares the bits without a sign. */
  static final EventCursor LAST = new EventCursor(EventQuery.LATEST, new UUID(-1, -1));

  String text() {
    var plain = receivedAt + " " + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  static Optional<EventCursor> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var cursor = new EventCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(cursor).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
