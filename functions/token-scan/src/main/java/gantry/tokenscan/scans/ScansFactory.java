package gantry.tokenscan.scans;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class ScansFactory {
  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs() {
    return CallLimits.BRIEF.build(SqsClient.builder());
  }
}
