package gantry.payments.claim;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which look at which claim; a copy of an earlier one has another number. */
record WatchMessage(UUID claim, int attempt) {
  private static final Pattern TEXT =
      Pattern.compile("\\{\"claim\":\"([0-9a-f-]{36})\",\"attempt\":(\\d{1,9})}");

  String text() {
    return "{\"claim\":\"" + claim + "\",\"attempt\":" + attempt + "}";
  }

  /** Empty when it is not one of ours. */
  static Optional<WatchMessage> of(String text) {
    var parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new WatchMessage(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }
}
