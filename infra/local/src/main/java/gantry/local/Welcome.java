package gantry.local;

import gantry.local.Tokens.Claims;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the local cloud says once it is ready: where it is, and three lines that work when pasted.
 */
record Welcome(LocalSettings settings, Blueprint blueprint, Tokens tokens) {
  private static final Duration LIFETIME = Duration.ofHours(12);

  /** A test-mode order as Lemon Squeezy sends it, cut down to what matters. */
  private static final String ORDER =
      """
      {"meta":{"event_name":"order_created","test_mode":true},\
      "data":{"type":"orders","id":"1","attributes":{"store_id":1,"customer_id":1,\
      "identifier":"636f855c-1fb9-4c07-b75c-3a10afef010a","order_number":1,\
      "user_name":"Ada","user_email":"ada@example.com","currency":"USD",\
      "subtotal":1500,"tax":0,"total":1500,"status":"paid","refunded":false,\
      "refunded_at":null,"refunded_amount":0,"test_mode":true,\
      "created_at":"2026-11-21T10:00:00.000000Z","updated_at":"2026-11-21T10:00:00.000000Z"}}}\
      """;

  String text(Duration took) {
    var address = "http://127.0.0.1:" + settings.ports().http();
    var token = adminToken();
    return String.join(
        "\n",
        "",
        String.format(
            Locale.ROOT, "Gantry is ready in %.1f s on %s", took.toMillis() / 1000.0, address),
        "  ports          " + settings.ports().byName(),
        "  state          " + settings.home(),
        "  from the shell " + blueprint.overridden(),
        "  admin token    " + (token.isEmpty() ? "none: tokens are verified by JWKS_URL" : token),
        "  operator page  " + address + "/operator",
        "",
        "curl -s "
            + address
            + "/v1/webhooks/lemonsqueezy -H 'content-type: application/json'"
            + " -H 'x-event-name: order_created' -H 'x-signature: "
            + signature()
            + "'"
            + " -d '"
            + ORDER
            + "'",
        "curl -s " + address + "/v1/webhook-events -H 'authorization: Bearer " + token + "'",
        "curl -s " + address + "/_local/status",
        "");
  }

  private String adminToken() {
    return tokens.canMint()
        ? tokens.mint(new Claims("local-admin", "local", List.of("admin"), LIFETIME)).text()
        : "";
  }

  private static String signature() {
    try {
      var key = DevelopmentSecrets.webhookSecret("lemonsqueezy", "test");
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(ORDER.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
