package gantry.webhooks.signature;

import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** {@code X-Signature: <hex>} over the body alone; nothing in it protects against a replay. */
final class LemonSqueezyScheme implements SignatureScheme {
  @Override
  public Optional<SignatureClaim> claim(Map<String, String> headers) {
    return SignatureBytes.ofHex(headers.getOrDefault("x-signature", ""))
        .map(SignatureClaim::ofBody);
  }

  @Override
  public Optional<SecretKey> key(String secret) {
    return HmacKey.ofText(secret);
  }
}
