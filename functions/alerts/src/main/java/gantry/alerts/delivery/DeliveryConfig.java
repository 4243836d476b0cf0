package gantry.alerts.delivery;

import gantry.lambda.StackConfig;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Where the channels' services are, by the names of the variables. */
record DeliveryConfig(Map<String, String> settings) {
  DeliveryConfig {
    settings = Map.copyOf(settings);
  }

  static DeliveryConfig ofEnvironment() {
    return new DeliveryConfig(System.getenv());
  }

  /** {@code SLACK_BASE_URL}: for webhooks that are a path alone. */
  String slack() {
    return text("SLACK_BASE_URL");
  }

  /** {@code PAGERDUTY_BASE_URL}. */
  String pagerDuty() {
    return text("PAGERDUTY_BASE_URL");
  }

  /** {@code SES_BASE_URL}: empty for the region's own. */
  String ses() {
    return text("SES_BASE_URL");
  }

  /** {@code EGRESS_ORIGINS}: a chat server of one's own inside the network, by commas. */
  Set<String> ownOrigins() {
    return Set.copyOf(Arrays.asList(text("EGRESS_ORIGINS").split(",")));
  }

  /** {@code STACK_NAME}: what the notices are of. */
  String stack() {
    return StackConfig.name(settings);
  }

  private String text(String name) {
    return settings.getOrDefault(name, "");
  }
}
