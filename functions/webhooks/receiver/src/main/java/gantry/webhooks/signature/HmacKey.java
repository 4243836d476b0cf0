package gantry.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for HMAC-SHA256; an empty one would accept what anybody signs. */
final class HmacKey {
  static final String ALGORITHM = "HmacSHA256";

  private HmacKey() {}

  static Optional<SecretKey> ofText(String secret) {
    return of(secret.getBytes(UTF_8));
  }

  static Optional<SecretKey> of(byte[] bytes) {
    return bytes.length == 0 ? Optional.empty() : Optional.of(new SecretKeySpec(bytes, ALGORITHM));
  }
}
