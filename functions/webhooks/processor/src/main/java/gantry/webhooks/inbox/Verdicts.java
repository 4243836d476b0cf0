package gantry.webhooks.inbox;

import gantry.lambda.Metrics;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.WebhookEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down and counts what was decided. */
@Singleton
public final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

  private final PostgresVerdictStore store;
  private final Metrics metrics;
  private final Clock clock;

  Verdicts(PostgresVerdictStore store, Metrics metrics, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
  }

  public void decided(WebhookEvent event, Decision decision, int attempts) {
    write(event, Verdict.decided(event.id(), decision, attempts, clock.instant()));
  }

  public void waiting(WebhookEvent event, String error, int attempts, Duration wait) {
    var now = clock.instant();
    write(event, Verdict.waiting(event.id(), error, attempts, now.plus(wait), now));
  }

  public void failed(WebhookEvent event, String error, int attempts) {
    write(event, Verdict.failed(event.id(), error, attempts, clock.instant()));
  }

  public void crashed(WebhookEvent event, int attempts) {
    write(event, Verdict.crashed(event.id(), attempts, clock.instant()));
  }

  private void write(WebhookEvent event, Verdict verdict) {
    store.decide(verdict);
    LOG.info("Event {} is {}", event.id(), verdict.state());
    metrics.count(
        "WebhookDecided",
        Map.of("provider", event.provider().slug(), "state", verdict.state().name()));
  }
}
