package gantry.webhooks.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a rebuild came; opaque to callers. */
record RebuildCursor(String provider, String mode, String type, String resource) {
  static final RebuildCursor FIRST = new RebuildCursor("", "", "", "");

  String text() {
    var plain = String.join(" ", provider, mode, type, resource);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /** The beginning for null; empty for anything but what {@link #text()} made. */
  static Optional<RebuildCursor> of(@Nullable String text) {
    if (text == null) {
      return Optional.of(FIRST);
    }
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      var parts = plain.split(" ", 4);
      return Optional.of(new RebuildCursor(parts[0], parts[1], parts[2], parts[3]))
          .filter(read -> read.text().equals(text) && plain.indexOf('\0') < 0);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
