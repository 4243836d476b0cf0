package gantry.fakefollowers;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code FOLLOWER_BATCHES_QUEUE_URL}. */
@ConfigurationProperties("follower-batches")
record QueueConfig(@Nullable String queueUrl) {
  String required() {
    if (queueUrl == null || queueUrl.isBlank()) {
      throw new IllegalStateException("FOLLOWER_BATCHES_QUEUE_URL is not set");
    }
    return queueUrl;
  }
}
