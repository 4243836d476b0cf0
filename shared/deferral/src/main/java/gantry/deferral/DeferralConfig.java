package gantry.deferral;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code DEFERRAL_QUEUE_URL}: a FIFO queue of the capability's own. */
@ConfigurationProperties("deferral")
record DeferralConfig(@Nullable String queueUrl) {
  String requiredQueue() {
    if (queueUrl == null || queueUrl.isBlank()) {
      throw new IllegalStateException("DEFERRAL_QUEUE_URL is not set");
    }
    return queueUrl;
  }
}
