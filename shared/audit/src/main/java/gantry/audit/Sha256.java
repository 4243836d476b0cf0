package gantry.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash over fields: each with its length before it, so that none can spill into the next. */
final class Sha256 {
  private static final int ABSENT = -1;

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  Sha256 add(@Nullable String field) {
    var bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(field == null ? ABSENT : bytes.length).array());
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
