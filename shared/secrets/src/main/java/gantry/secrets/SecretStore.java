package gantry.secrets;

import gantry.aws.CallLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** AWS Secrets Manager, connected at the first read: most functions get by without. */
final class SecretStore {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofSeconds(3));

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

  static SecretsManagerClient connect(SecretsManagerClientBuilder builder) {
    return LIMITS.build(builder);
  }
}
