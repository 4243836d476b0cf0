package gantry.redis.limiter;

import gantry.lambda.Sha256;
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
    var hash = Arrays.copyOf(Sha256.of(text), BYTES);
    return "limit:{" + Base64.getUrlEncoder().encodeToString(hash) + "}";
  }
}
