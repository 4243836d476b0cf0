package gantry.postgres;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** How many events Lambda may hand this process at once, {@code AWS_LAMBDA_MAX_CONCURRENCY}. */
@ConfigurationProperties("aws.lambda")
record PoolConfig(@Bindable(defaultValue = "1") int maxConcurrency) {
  /** One connection per event, and never a pool in which one stuck connection stops everything. */
  int connections() {
    return Math.max(2, maxConcurrency);
  }
}
