package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An order of Lemon Squeezy's with an id of its own, for the cloud that flows share. */
record WebhookOrder(String id, String text) {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final RunningCloud CLOUD = RunningCloud.shared();
  private static final String ADMIN = CLOUD.bearer("admin");

  static WebhookOrder paid() {
    return ofType("orders");
  }

  /** Of a type that nobody may know, and that a stranger has thought up. */
  static WebhookOrder ofType(String type) {
    var id = UUID.randomUUID().toString();
    var text =
        """
        {"meta":{"event_name":"order_created","test_mode":true},"data":{"type":"%s",\
        "id":"%s","attributes":{"status":"paid","currency":"EUR","total":1990,\
        "refunded_amount":0,"test_mode":true,"updated_at":"2026-11-21T10:00:00.000000Z"}}}\
        """
            .formatted(type, id);
    return new WebhookOrder(id, text);
  }

  byte[] body() {
    return text.getBytes(UTF_8);
  }

  RunningCloud.Answer deliver(String... headers) {
    var own = Stream.of("x-signature", sign(body()), "content-type", "application/json");
    var all = Stream.concat(own, Arrays.stream(headers)).toArray(String[]::new);
    return CLOUD.send("POST", "/v1/webhooks/lemonsqueezy", body(), all);
  }

  JsonNode events() {
    return CLOUD
        .get("/v1/webhook-events?resource=" + id, "authorization", ADMIN)
        .json()
        .path("items");
  }

  JsonNode eventIn(String state) {
    Eventually.within(
        SOON, () -> assertThat(events().path(0).path("state").asText()).isEqualTo(state));
    return events().path(0);
  }

  static String sign(byte[] body) {
    try {
      var secret = DevelopmentSecrets.webhookSecret("lemonsqueezy", "test");
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
