package gantry.webhooks.receiver;

import gantry.webhooks.payload.Provider;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The receiver's settings; wrong ones stop it at its start, where a deployment sees them. */
record ReceiverConfig(String queueUrl, Map<Provider, Duration> tolerances) {
  /** Five minutes to either side, as every scheme's own library has it, but Paddle's (5 s). */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  ReceiverConfig {
    tolerances = Map.copyOf(tolerances);
  }

  static ReceiverConfig of(UnaryOperator<@Nullable String> environment) {
    var queueUrl = environment.apply("WEBHOOK_INBOX_QUEUE_URL");
    if (queueUrl == null || queueUrl.isEmpty()) {
      throw new IllegalArgumentException("WEBHOOK_INBOX_QUEUE_URL is not set");
    }
    return new ReceiverConfig(queueUrl, tolerances(environment.apply("WEBHOOK_TOLERANCES")));
  }

  Duration tolerance(Provider provider) {
    return tolerances.getOrDefault(provider, TOLERANCE);
  }

  private static Map<Provider, Duration> tolerances(@Nullable String json) {
    var tolerances = new EnumMap<Provider, Duration>(Provider.class);
    if (json != null && !json.isEmpty()) {
      FlatJson.read(json).forEach((name, text) -> tolerances.put(provider(name), duration(text)));
    }
    return tolerances;
  }

  private static Provider provider(String name) {
    return Provider.of(name)
        .orElseThrow(() -> new IllegalArgumentException("WEBHOOK_TOLERANCES: no provider " + name));
  }

  private static Duration duration(String text) {
    try {
      var duration = Duration.parse(text);
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // Said below, as for a zero.
    }
    throw new IllegalArgumentException("WEBHOOK_TOLERANCES: not a positive duration: " + text);
  }
}
