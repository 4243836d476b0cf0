package gantry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which no JVM lacks. */
public final class Sha256 {
  private Sha256() {}

  /** For content that comes in parts. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }

  public static byte[] of(byte[] content) {
    return begin().digest(content);
  }

  /** Of the text's UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Lower-case hex. */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(of(content));
  }

  /** Lower-case hex, of the text's UTF-8. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }
}
