package gantry.operations.health;

import gantry.secrets.Secrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Whether each provider in use has a signing secret: without one its webhooks get 503. */
@Singleton
final class WebhookSecretsComponent implements Component {
  private static final String DOCUMENT = "WEBHOOK_SECRETS";

  private final Secrets secrets;
  private final HealthConfig config;
  private final UnexpiredSecrets unexpired;
  private final Clock clock;

  WebhookSecretsComponent(
      Secrets secrets, HealthConfig config, UnexpiredSecrets unexpired, Clock clock) {
    this.secrets = secrets;
    this.config = config;
    this.unexpired = unexpired;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook-secrets";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  @Override
  public Observation observe() {
    var missing = missing();
    return new Observation(
        missing.isEmpty() ? Health.HEALTHY : Health.UNHEALTHY, Map.of("missing", missing));
  }

  private List<String> missing() {
    var known = unexpired.providers(secrets.find(DOCUMENT).orElse("{}"), clock.instant());
    return config.providers().stream().filter(provider -> !known.contains(provider)).toList();
  }
}
