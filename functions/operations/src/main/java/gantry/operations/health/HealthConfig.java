package gantry.operations.health;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code HEALTH_QUEUES} and {@code HEALTH_DEAD_LETTER_QUEUES}, {@code name=address} by commas;
 * {@code HEALTH_WEBHOOK_PROVIDERS}, the providers whose webhooks have to be accepted, by commas;
 * {@code HEALTH_MAX_AGE} of what everybody may read.
 */
@ConfigurationProperties("health")
public record HealthConfig(
    @Bindable(defaultValue = "") String queues,
    @Bindable(defaultValue = "") String deadLetterQueues,
    @Bindable(defaultValue = "") String webhookProviders,
    @Bindable(defaultValue = "PT5S") Duration maxAge) {
  public Map<String, String> addresses() {
    return named(queues);
  }

  public Map<String, String> deadLetterAddresses() {
    return named(deadLetterQueues);
  }

  List<String> providers() {
    return parts(webhookProviders);
  }

  private static Map<String, String> named(String text) {
    return parts(text).stream()
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], HealthConfig::address));
  }

  private static String address(String[] part) {
    if (part.length < 2 || part[1].isBlank()) {
      throw new IllegalStateException("The queue " + part[0] + " has no address");
    }
    return part[1];
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
