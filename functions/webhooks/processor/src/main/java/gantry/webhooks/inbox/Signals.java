package gantry.webhooks.inbox;

import gantry.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Marks events that an operator should know about. */
@Singleton
public final class Signals {
  private final PostgresWebhookStore store;
  private final Metrics metrics;
  private final Clock clock;

  Signals(PostgresWebhookStore store, Metrics metrics, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Once for each event and kind. */
  public void raise(UUID event, String kind) {
    if (store.raiseSignal(event, kind, clock.instant()) == 1) {
      metrics.count("WebhookSignal", Map.of("kind", kind));
    }
  }
}
