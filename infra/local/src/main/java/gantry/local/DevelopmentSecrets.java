package gantry.local;

import gantry.local.server.Servers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The only secrets in this repository; they open nothing but a cloud on one's own machine. */
final class DevelopmentSecrets {
  private static final String JWT_SECRET = "gantry-local-development-key-of-no-worth-elsewhere";

  private static final String SESSION_SECRET = "gantry-local-session-key-of-no-worth-elsewhere";

  /** All of them lead to the provider simulator. */
  private static final String ALERT_CHANNELS =
      """
      {"slack":["/services/local/channel"],"pagerduty":["gantry-local"],\
      "email":{"from":"gantry@example.org","to":["on-call@example.org"]}}\
      """;

  private DevelopmentSecrets() {}

  /** Values by the name of the secret. */
  static Map<String, String> all() {
    return Map.of(
        "JWT_SECRET",
        JWT_SECRET,
        "SESSION_SECRET",
        SESSION_SECRET,
        "WEBHOOK_SECRETS",
        webhookSecrets(),
        "ALERT_CHANNELS",
        ALERT_CHANNELS,
        "STRIPE_API_KEY",
        "gantry-local-stripe",
        "DATABASE_PASSWORD",
        Servers.DATABASE_PASSWORD);
  }

  private static String webhookSecrets() {
    return Stream.of("lemonsqueezy", "stripe", "paddle", "standard", "github")
        .map(provider ->
            "\""
                + provider
                + "\":["
                + entry(provider, "test")
                + ","
                + entry(provider, "live")
                + "]")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String entry(String provider, String mode) {
    return "{\"secret\":\"" + webhookSecret(provider, mode) + "\",\"mode\":\"" + mode + "\"}";
  }

  /** The secret that a provider would sign with; each in its provider's own form. */
  static String webhookSecret(String provider, String mode) {
    var plain = "gantry-local-" + provider + "-" + mode;
    return switch (provider) {
      case "stripe" -> "whsec_" + plain;
      case "paddle" -> "pdl_ntfset_" + plain;
      case "standard" -> "whsec_" + base64(plain);
      default -> plain;
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
