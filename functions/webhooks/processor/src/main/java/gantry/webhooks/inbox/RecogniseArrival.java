package gantry.webhooks.inbox;

import gantry.lambda.Metrics;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.inbox.InboxMessage.Arrival;
import gantry.webhooks.inbox.InboxMessage.Delivered;
import gantry.webhooks.inbox.InboxMessage.Replayed;
import gantry.webhooks.receiver.WebhookDelivery;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Tells a new event from a provider's duplicate and from a message that SQS hands out again, and
 * leaves the event's row locked. Runs inside the caller's transaction.
 */
@Singleton
public final class RecogniseArrival {
  private final PostgresWebhookStore store;
  private final JsonMapper json;
  private final Metrics metrics;
  private final Clock clock;

  RecogniseArrival(PostgresWebhookStore store, JsonMapper json, Metrics metrics, Clock clock) {
    this.store = store;
    this.json = json;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What a message means for its event. */
  public sealed interface Recognition {
    /** To be decided now. */
    record Undecided(WebhookEvent event, int attempts) implements Recognition {}

    /** Failed for good, but the process died before the dead-letter queue had its copy. */
    record OwesDeadLetter(UUID event) implements Recognition {}

    /** Nothing to do. */
    record Settled() implements Recognition {}
  }

  /** Leaves the event, if there is one, locked. */
  public Recognition recognise(Arrival arrival) {
    return switch (arrival) {
      case Delivered(var webhook) -> delivered(webhook);
      case Replayed(var delivery, var event) -> replayed(delivery, event);
    };
  }

  private Recognition delivered(WebhookDelivery webhook) {
    var event = NewEvent.of(webhook, headers(webhook), clock.instant());
    if (store.insertIfNew(event) != null) {
      store.recordDelivery(webhook.id(), event.id(), clock.instant());
      return new Recognition.Undecided(event.event(), 0);
    }
    return store.lockByDelivery(webhook.id()).map(this::again).orElseGet(() -> duplicate(event));
  }

  private Recognition again(StoredEvent event) {
    if (event.isWaiting()) {
      return new Recognition.Undecided(event.event(), event.attempts());
    }
    return event.owesDeadLetter()
        ? new Recognition.OwesDeadLetter(event.id())
        : new Recognition.Settled();
  }

  private Recognition duplicate(NewEvent copy) {
    var first = store.lockByIdentity(copy.provider(), copy.mode(), copy.identity()).orElseThrow();
    if (store.recordDelivery(copy.id(), first.id(), clock.instant()) == 1) {
      store.countDuplicate(first.id(), clock.instant());
      metrics.count("WebhookDuplicate", Map.of("provider", copy.provider()));
      compare(copy, first);
    }
    return new Recognition.Settled();
  }

  private void compare(NewEvent copy, StoredEvent first) {
    if (!copy.sha256().equals(first.sha256())) {
      store.raiseSignal(first.id(), "same-id-different-content", clock.instant());
      metrics.count("WebhookSameIdDifferentContent", Map.of("provider", copy.provider()));
    }
  }

  private Recognition replayed(UUID delivery, UUID id) {
    var found = store.lockById(id);
    if (found.isEmpty()) {
      return new Recognition.Settled();
    }
    var event = found.get();
    if (store.recordDelivery(delivery, id, clock.instant()) == 0) {
      return again(event);
    }
    return event.state() == State.APPLIED
        ? new Recognition.Settled()
        : new Recognition.Undecided(event.event(), 0);
  }

  private String headers(WebhookDelivery webhook) {
    try {
      return json.writeValueAsString(webhook.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
