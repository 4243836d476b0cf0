package gantry.payments.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by time, newest first; opaque to callers. */
public record ListCursor(Instant at, UUID id) {
  /** Before everything; PostgreSQL compares the bits of ids without a sign. */
  public static final ListCursor START =
      new ListCursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  public static Optional<ListCursor> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var cursor = new ListCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(cursor).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
