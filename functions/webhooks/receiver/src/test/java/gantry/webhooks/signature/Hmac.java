package gantry.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The other end: signs as a provider would. */
public final class Hmac {
  private Hmac() {}

  public static String hex(String secret, String signed) {
    return hex(secret, utf8(signed));
  }

  public static String hex(String secret, byte[] signed) {
    return HexFormat.of().formatHex(sha256(utf8(secret), signed));
  }

  public static byte[] sha256(byte[] key, byte[] signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
