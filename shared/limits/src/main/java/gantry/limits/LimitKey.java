package gantry.limits;

import java.util.Locale;

/** By what requests are counted, in the order in which a request is. */
enum LimitKey {
  // From one caller to many: who is refused for his own limit uses up nothing of the others'.
  USER,
  TENANT,
  IP;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As settings and header fields have it. */
  String word() {
    return word;
  }
}
