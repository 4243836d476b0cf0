package gantry.outbox;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

@Factory
final class OutboxFactory {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration CALL = Duration.ofSeconds(3);

  // The relay retries by itself: its rows stay where they are.
  @Singleton
  @Bean(preDestroy = "close")
  @Requires(missingBeans = KinesisClient.class)
  KinesisClient kinesis() {
    return KinesisClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(CALL))
        .overrideConfiguration(
            override -> override.apiCallTimeout(CALL).retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
