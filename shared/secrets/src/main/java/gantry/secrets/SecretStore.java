package gantry.secrets;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS Secrets Manager, connected at the first read: most functions get by without. */
final class SecretStore {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofMillis(1500);
  private static final Duration CALL = Duration.ofSeconds(3);

  private final Supplier<SecretsManagerClient> connect;
  private @Nullable SecretsManagerClient client;

  SecretStore(Supplier<SecretsManagerClient> connect) {
    this.connect = connect;
  }

  static SecretStore ofEnvironment() {
    return new SecretStore(() -> connect(SecretsManagerClient.builder()));
  }

  /** Empty when the secret is unknown, scheduled for deletion, binary or empty. */
  Optional<String> read(String arn) {
    try {
      var answer = client().getSecretValue(request -> request.secretId(arn));
      return Optional.ofNullable(answer.secretString()).filter(text -> !text.isEmpty());
    } catch (ResourceNotFoundException | InvalidRequestException gone) {
      return Optional.empty();
    }
  }

  private synchronized SecretsManagerClient client() {
    if (client == null) {
      client = connect.get();
    }
    return client;
  }

  /** Bounded, where the SDK's own defaults would outlast the invocation. */
  static SecretsManagerClient connect(SecretsManagerClientBuilder builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(
            override -> override.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
        .build();
  }
}
