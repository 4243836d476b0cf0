package gantry.redis.limiter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * {@code RATE_LIMIT_INSTANCES}: among how many processes a limit is divided when they cannot count
 * together.
 */
@ConfigurationProperties("rate-limit")
public record LimiterConfig(@Bindable(defaultValue = "10") int instances) {
  public LimiterConfig {
    if (instances < 1) {
      throw new IllegalArgumentException("RATE_LIMIT_INSTANCES must be 1 or more");
    }
  }
}
