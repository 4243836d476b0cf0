package gantry.fakefollowers.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** The place of a follower in its audit; opaque to callers. */
record FollowerCursor(int batch, int place) {
  /** Before the numbers below zero, too, which were taken once. */
  static final FollowerCursor START = new FollowerCursor(Integer.MIN_VALUE, -1);

  static FollowerCursor of(KnownFollower follower) {
    return new FollowerCursor(follower.batch(), follower.place());
  }

  String text() {
    var plain = batch + " " + place;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  static Optional<FollowerCursor> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      var cursor = new FollowerCursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      return Optional.of(cursor).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
