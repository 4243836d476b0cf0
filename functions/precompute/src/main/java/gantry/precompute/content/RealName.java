package gantry.precompute.content;

import java.util.Locale;
import java.util.Set;

/** Tells a name from what forms send when nobody gave one. */
final class RealName {
  private static final Set<String> PLACEHOLDERS =
      Set.of("anonymous", "anonym", "anonymous user", "unknown", "user", "null", "undefined");

  private RealName() {}

  static boolean is(String name) {
    return name.codePoints().anyMatch(Character::isLetterOrDigit)
        && !PLACEHOLDERS.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
