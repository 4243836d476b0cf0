package gantry.webhooks;

import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class TestFactory {
  @Singleton
  @Replaces(Secrets.class)
  Secrets secrets(Clock clock) {
    return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Replaces(SqsClient.class)
  SqsClient sqs() {
    return SqsServer.shared().client();
  }

  @Singleton
  @Replaces(RetryPolicy.class)
  RetryPolicy retries() {
    return new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(10));
  }
}
