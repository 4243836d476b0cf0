package gantry.webhooks;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class WebhooksFactory {
  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return CallLimits.BRIEF.build(SqsClient.builder());
  }

  @Singleton
  RetryPolicy retries() {
    return RetryPolicy.STANDARD;
  }
}
