package gantry.lambda;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers that every answer of a function carries, the refusals too, as OWASP's cheat sheets on
 * HTTP headers and REST security have them. CORS is the gateway's.
 */
public final class SecurityHeaders {
  /** Nothing of an API's answer is for a browser to render, frame, sniff, keep or refer to. */
  public static final Map<String, String> ALL =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", permissions(),
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private SecurityHeaders() {}

  /** An answer's own headers and the rest of these; what the answer says itself wins. */
  public static Map<String, String> completing(@Nullable Map<String, String> own) {
    var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(ALL);
    if (own != null) {
      all.keySet().removeAll(own.keySet());
      all.putAll(own);
    }
    return all;
  }

  private static String permissions() {
    return "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(), "
        + "display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), "
        + "gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), picture-in-picture=(), publickey-credentials-get=(), "
        + "screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), web-share=(), "
        + "xr-spatial-tracking=()";
  }
}
