package gantry.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list that is ordered by time and then id; its text is opaque to callers. */
public record TimeCursor(Instant at, UUID id) {
  /** Before everything. */
  public static final TimeCursor FIRST = new TimeCursor(Instant.EPOCH, new UUID(0, 0));

  /** Behind everything; PostgreSQL compares the bits of ids without a sign. */
  public static final TimeCursor LAST =
      new TimeCursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  public static Optional<TimeCursor> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var cursor = new TimeCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      return Optional.of(cursor).filter(read -> read.text().equals(text) && read.isStorable());
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /** Where a list that has its newest first goes on; without a text at its beginning. */
  public static Optional<TimeCursor> before(@Nullable String text) {
    return text == null ? Optional.of(LAST) : of(text);
  }

  /** PostgreSQL knows fewer years than Java. */
  private boolean isStorable() {
    return !at.isBefore(FIRST.at) && !at.isAfter(LAST.at);
  }
}
