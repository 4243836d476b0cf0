package gantry.webhooks;

import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
final class TestFactory {
  @Singleton
  @Replaces(Secrets.class)
  Secrets secrets(Clock clock, @Value("${test.stripe-api-key:}") String stripeKey) {
    return Secrets.of(
        Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD, "STRIPE_API_KEY", stripeKey), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Replaces(SqsClient.class)
  SqsClient sqs(@Value("${test.sqs-endpoint}") String endpoint) {
    return SqsClient.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.of(SqsServer.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Singleton
  @Replaces(RetryPolicy.class)
  RetryPolicy retries() {
    return new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(10));
  }
}
