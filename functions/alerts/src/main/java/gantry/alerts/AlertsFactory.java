package gantry.alerts;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues' client. */
@Factory
final class AlertsFactory {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(3));

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return LIMITS.build(SqsClient.builder());
  }
}
