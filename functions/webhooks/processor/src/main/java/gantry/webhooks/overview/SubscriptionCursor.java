package gantry.webhooks.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The place of one subscription in the list; opaque to callers. */
record SubscriptionCursor(Instant updatedAt, String provider, String mode, String id) {
  /** Behind every subscription. */
  static final SubscriptionCursor LAST =
      new SubscriptionCursor(Instant.parse("9999-12-31T23:59:59Z"), "~", "~", "~");

  String text() {
    var plain = String.join(" ", updatedAt.toString(), provider, mode, id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** Empty for anything but what {@link #text()} made. */
  static Optional<SubscriptionCursor> of(String text) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 4);
      var cursor = new SubscriptionCursor(Instant.parse(parts[0]), parts[1], parts[2], parts[3]);
      return Optional.of(cursor).filter(read -> read.text().equals(text) && read.isStorable());
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private boolean isStorable() {
    return !updatedAt.isBefore(Instant.EPOCH)
        && !updatedAt.isAfter(LAST.updatedAt)
        && (provider + mode + id).indexOf('\0') < 0;
  }
}
