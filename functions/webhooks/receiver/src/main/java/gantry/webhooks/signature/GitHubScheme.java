package gantry.webhooks.signature;

import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** {@code X-Hub-Signature-256: sha256=<hex>} over the body alone; its SHA-1 twin is ignored. */
final class GitHubScheme implements SignatureScheme {
  private static final String PREFIX = "sha256=";

  @Override
  public Optional<SignatureClaim> claim(Map<String, String> headers) {
    var header = headers.getOrDefault("x-hub-signature-256", "");
    return header.startsWith(PREFIX)
        ? SignatureBytes.ofHex(header.substring(PREFIX.length())).map(SignatureClaim::ofBody)
        : Optional.empty();
  }

  @Override
  public Optional<SecretKey> key(String secret) {
    return HmacKey.ofText(secret);
  }
}
