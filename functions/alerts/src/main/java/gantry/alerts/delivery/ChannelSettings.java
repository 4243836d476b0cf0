package gantry.alerts.delivery;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The secret {@code ALERT_CHANNELS}; a channel that is not in it is not used. */
@Serdeable
record ChannelSettings(
    @Nullable List<String> slack, @Nullable List<String> pagerduty, @Nullable Email email) {

  /** Addresses of Slack-compatible webhooks; a path alone belongs to Slack. */
  List<String> webhooks() {
    return slack == null ? List.of() : slack;
  }

  /** Routing keys of PagerDuty. */
  List<String> routingKeys() {
    return pagerduty == null ? List.of() : pagerduty;
  }

  /** From one verified address to any number. */
  @Serdeable
  record Email(String from, List<String> to) {}

  /** Webhooks and keys are secrets. */
  @Override
  public String toString() {
    return "ChannelSettings";
  }
}
