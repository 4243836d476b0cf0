package gantry.precompute.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place of a roadmap in a list: the most relevant first, then the newest. */
record Place(double relevance, Instant createdAt, UUID id) {
  /** Before every roadmap; PostgreSQL compares the bits of an id without a sign. */
  static final Place FIRST =
      new Place(Float.MAX_VALUE, Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  String text() {
    var plain = relevance + " " + createdAt + " " + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  static Optional<Place> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 3);
      var place =
          new Place(
              Double.parseDouble(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
      return Optional.of(place)
          .filter(read -> read.text().equals(text) && Double.isFinite(read.relevance))
          .filter(read -> !read.createdAt.isBefore(Instant.EPOCH))
          .filter(read -> !read.createdAt.isAfter(FIRST.createdAt));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
