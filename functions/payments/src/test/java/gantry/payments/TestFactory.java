package gantry.payments;

import gantry.secrets.Secrets;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
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
  @Replaces(Clock.class)
  Clock clock() {
    return MutableClock.at(TestPayments.NOW);
  }

  @Singleton
  @Replaces(Secrets.class)
  Secrets secrets(
      @Value("${test.evm-nodes}") String evmNodes,
      @Value("${test.solana-node}") String solanaNode,
      Clock clock) {
    var secrets =
        Map.of(
            "DATABASE_PASSWORD", PostgresServer.PASSWORD,
            "EVM_RPC_URLS", evmNodes,
            "SOLANA_RPC_URL", solanaNode);
    return Secrets.of(secrets, clock);
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
}
