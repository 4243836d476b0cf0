package gantry.redis.limiter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Where a subject's count is kept: of one length, and without the subject's name in it. */
final class BucketKey {
  private static final int BYTES = 15;

  private BucketKey() {}

  /** A changed quota begins a new count. */
  static String of(Limit limit, String subject) {
    var quota = limit.quota();
    var text =
        limit.name() + '\n' + quota.limit() + '/' + quota.window().toMillis() + '\n' + subject;
    var hash = Arrays.copyOf(sha256(text.getBytes(UTF_8)), BYTES);
    return "limit:{" + Base64.getUrlEncoder().encodeToString(hash) + "}";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }
}
