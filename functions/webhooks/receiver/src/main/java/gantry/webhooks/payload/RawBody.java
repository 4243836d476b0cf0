package gantry.webhooks.payload;

import gantry.lambda.Sha256;
import java.util.Arrays;
import java.util.Base64;

/** The exact bytes of a webhook; nobody changes them. */
public final class RawBody {
  private final byte[] bytes;

  private RawBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps the bytes without a copy; the caller gives them up. */
  public static RawBody of(byte[] bytes) {
    return new RawBody(bytes);
  }

  /** Throws {@link IllegalArgumentException} on anything but plain base64. */
  public static RawBody fromBase64(String text) {
    return new RawBody(Base64.getDecoder().decode(text));
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** As the queue carries them. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Lower-case hex. */
  public String sha256() {
    return Sha256.hex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawBody body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawBody[" + bytes.length + " bytes]";
  }
}
