package gantry.webhooks.inbox;

import gantry.webhooks.handler.WebhookEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the events that had their effect, or would have had but for a newer one. */
@Singleton
public final class DecidedEvents {
  private final PostgresParkedStore store;

  DecidedEvents(PostgresParkedStore store) {
    this.store = store;
  }

  /** Of one resource, in the order in which they were decided on. */
  public List<WebhookEvent> of(String provider, String mode, String type, String resource) {
    return store.decided(provider, mode, type, resource).stream().map(StoredEvent::event).toList();
  }
}
