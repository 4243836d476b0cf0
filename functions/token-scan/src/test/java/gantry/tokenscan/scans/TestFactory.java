package gantry.tokenscan.scans;

import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
  Secrets secrets(Clock clock) {
    return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  @Replaces(SqsClient.class)
  SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(SqsServer.shared().endpoint())
        .region(Region.of(SqsServer.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
