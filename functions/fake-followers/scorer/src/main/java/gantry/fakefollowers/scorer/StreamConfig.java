package gantry.fakefollowers.scorer;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code FOLLOWER_SCORES_STREAM}. */
@ConfigurationProperties("follower-scores")
record StreamConfig(@Nullable String stream) {
  String required() {
    if (stream == null || stream.isBlank()) {
      throw new IllegalStateException("FOLLOWER_SCORES_STREAM is not set");
    }
    return stream;
  }
}
