package gantry.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/** A caller's key: the draft's quoted string, or the same bare, as most clients send it. */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:~+/=-]{1,255}");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** Empty when the header is malformed; two headers arrive joined by a comma, which is. */
  static Optional<IdempotencyKey> parse(String header) {
    if (BARE.matcher(header).matches()) {
      return Optional.of(new IdempotencyKey(header));
    }
    var quoted = QUOTED.matcher(header);
    return quoted.matches()
        ? Optional.of(new IdempotencyKey(ESCAPE.matcher(quoted.group(1)).replaceAll("$1")))
        : Optional.empty();
  }
}
