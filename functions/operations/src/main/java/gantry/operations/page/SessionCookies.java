package gantry.operations.page;

import java.time.Duration;
import java.util.List;

/**
 * The two cookies of a session. {@code __Host-}: no other host and no other path can set, widen or
 * shadow them; a browser ends them only by the same attributes.
 */
final class SessionCookies {
  static final String SESSION = "__Host-gantry-session";

  /** Our page's script reads this one and sends it back as a header. */
  static final String CSRF = "__Host-gantry-csrf";

  private static final String HIDDEN = "; HttpOnly";

  private SessionCookies() {}

  static List<String> opening(Session session, Duration lifetime) {
    return List.of(
        cookie(SESSION, session.signed(), lifetime) + HIDDEN,
        cookie(CSRF, session.csrfToken(), lifetime));
  }

  static List<String> ending() {
    return List.of(cookie(SESSION, "", Duration.ZERO) + HIDDEN, cookie(CSRF, "", Duration.ZERO));
  }

  private static String cookie(String name, String value, Duration lifetime) {
    return name
        + "="
        + value
        + "; Max-Age="
        + lifetime.toSeconds()
        + "; Path=/; Secure; SameSite=Strict";
  }
}
