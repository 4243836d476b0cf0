package gantry.webhooks.inbox;

import gantry.webhooks.handler.WebhookEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds the events that came before the one they depend on. */
@Singleton
public final class WaitingChildren {
  private final PostgresParkedStore store;

  WaitingChildren(PostgresParkedStore store) {
    this.store = store;
  }

  /** In the provider's order, locked. */
  public List<WebhookEvent> of(UUID parent) {
    return store.lockChildren(parent).stream().map(StoredEvent::event).toList();
  }
}
