package gantry.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request claims before anyone believes it.
 *
 * @param time as sent, null in schemes without one
 * @param signedPrefix what is signed in front of the body
 * @param signatures each may be the right one
 */
public record SignatureClaim(
    @Nullable String time, String signedPrefix, List<SignatureBytes> signatures) {
  /** Each costs a comparison per secret, and a header could hold hundreds. */
  private static final int MAX_SIGNATURES = 20;

  public SignatureClaim {
    signatures = signatures.stream().limit(MAX_SIGNATURES).toList();
  }

  static SignatureClaim ofBody(SignatureBytes signature) {
    return new SignatureClaim(null, "", List.of(signature));
  }

  byte[] prefixBytes() {
    return signedPrefix.getBytes(UTF_8);
  }
}
