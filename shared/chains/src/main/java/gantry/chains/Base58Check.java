package gantry.chains;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Base58 with the first four bytes of a double SHA-256 behind the payload. */
final class Base58Check {
  private static final int CHECKSUM = 4;

  private Base58Check() {}

  static String encode(byte[] payload) {
    var bytes = Arrays.copyOf(payload, payload.length + CHECKSUM);
    System.arraycopy(checksum(payload), 0, bytes, payload.length, CHECKSUM);
    return Base58.encode(bytes);
  }

  /** The payload; empty when the checksum is wrong. */
  static Optional<byte[]> decode(String text) {
    return Base58.decode(text)
        .filter(bytes -> bytes.length > CHECKSUM)
        .filter(Base58Check::isIntact)
        .map(bytes -> Arrays.copyOf(bytes, bytes.length - CHECKSUM));
  }

  private static boolean isIntact(byte[] bytes) {
    var end = bytes.length - CHECKSUM;
    var expected = checksum(Arrays.copyOf(bytes, end));
    return Arrays.equals(expected, Arrays.copyOfRange(bytes, end, bytes.length));
  }

  private static byte[] checksum(byte[] payload) {
    return Arrays.copyOf(sha256(sha256(payload)), CHECKSUM);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
