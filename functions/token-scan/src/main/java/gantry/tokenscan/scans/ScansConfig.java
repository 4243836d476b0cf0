package gantry.tokenscan.scans;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code TOKEN_SCANS_QUEUE_URL}. */
@ConfigurationProperties("token-scans")
record ScansConfig(@Nullable String queueUrl) {
  String queue() {
    if (queueUrl == null || queueUrl.isBlank()) {
      throw new IllegalStateException("TOKEN_SCANS_QUEUE_URL is not set");
    }
    return queueUrl;
  }
}
