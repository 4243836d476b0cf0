package gantry.webhooks.signature;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The 32 bytes of an HMAC-SHA256, from the one text that stands for them. */
public final class SignatureBytes {
  private static final int LENGTH = 32;
  // Lower case only: with both, a flipped bit in the header would go unseen.
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=");

  private final byte[] bytes;

  private SignatureBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static Optional<SignatureBytes> ofHex(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new SignatureBytes(HexFormat.of().parseHex(text)))
        : Optional.empty();
  }

  static Optional<SignatureBytes> ofBase64(String text) {
    if (!BASE64.matcher(text).matches()) {
      return Optional.empty();
    }
    var bytes = Base64.getDecoder().decode(text);
    // The last letter has two spare bits that the decoder drops.
    return bytes.length == LENGTH && Base64.getEncoder().encodeToString(bytes).equals(text)
        ? Optional.of(new SignatureBytes(bytes))
        : Optional.empty();
  }

  /** In constant time. */
  boolean isEqualTo(byte[] expected) {
    return MessageDigest.isEqual(bytes, expected);
  }
}
