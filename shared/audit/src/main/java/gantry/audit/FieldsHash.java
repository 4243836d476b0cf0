package gantry.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.lambda.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 over fields: each with its length before it, so that none can spill into the next. */
final class FieldsHash {
  private static final int ABSENT = -1;

  private final MessageDigest digest = Sha256.begin();

  FieldsHash add(@Nullable String field) {
    var bytes = field == null ? new byte[0] : field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(field == null ? ABSENT : bytes.length).array());
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
