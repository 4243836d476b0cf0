package gantry.tokenscan.scans;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class ScansFactory {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return LIMITS.build(SqsClient.builder());
  }
}
