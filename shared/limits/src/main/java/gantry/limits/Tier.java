package gantry.limits;

import gantry.identity.Caller;
import gantry.identity.Role;
import java.util.Locale;
import java.util.Optional;

/** What a caller may use. It follows from the role; what a plan allows is counted as usage. */
enum Tier {
  ANONYMOUS,
  USER,
  SERVICE,
  ADMIN;

  private final String word = name().toLowerCase(Locale.ROOT);

  String word() {
    return word;
  }

  /** The highest of the caller's roles. */
  static Tier of(Optional<Caller> caller) {
    return caller.map(Tier::of).orElse(ANONYMOUS);
  }

  private static Tier of(Caller caller) {
    if (caller.has(Role.ADMIN)) {
      return ADMIN;
    }
    return caller.has(Role.SERVICE) ? SERVICE : USER;
  }
}
