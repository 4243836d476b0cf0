package gantry.fakefollowers.scorer;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.kinesis.KinesisClient;

@Factory
final class ScorerFactory {
  /** Twice a silent stream, and there is still time to report what was not put. */
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(16));

  @Singleton
  @Bean(preDestroy = "close")
  KinesisClient kinesis() {
    return LIMITS.build(KinesisClient.builder());
  }
}
