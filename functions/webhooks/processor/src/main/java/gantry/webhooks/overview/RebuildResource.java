package gantry.webhooks.overview;

import gantry.postgres.Transactions;
import gantry.webhooks.handler.Decision.Parked;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandlers;
import gantry.webhooks.inbox.DecidedEvents;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Concludes again, from the events that count, what one resource is like. Nobody sees anything in
 * between, and nothing is published twice.
 */
@Singleton
final class RebuildResource {
  private final PostgresRebuildStore store;
  private final DecidedEvents events;
  private final WebhookHandlers handlers;
  private final Transactions transactions;

  RebuildResource(
      PostgresRebuildStore store,
      DecidedEvents events,
      WebhookHandlers handlers,
      Transactions transactions) {
    this.store = store;
    this.events = events;
    this.handlers = handlers;
    this.transactions = transactions;
  }

  void rebuild(ToldResource resource) {
    transactions.inTransaction(() -> {
      takeAway(resource);
      // Read under the lock: an event that is being applied now is among them, or comes after us.
      var decided =
          events.of(
              resource.provider(), resource.mode(), resource.resourceType(), resource.resource());
      replay(replay(decided));
      return store.deleteBlank(resource.provider(), resource.mode(), resource.resource());
    });
  }

  private void takeAway(ToldResource of) {
    switch (of.resourceType()) {
      case "orders" -> takeAwayOrder(of);
      case "subscriptions", "subscription" -> takeAwaySubscription(of);
      default -> {} // Payments of invoices only grow.
    }
  }

  private void takeAwayOrder(ToldResource of) {
    store.lockOrder(of.provider(), of.mode(), of.resource());
    store.deleteEntries(of.provider(), of.mode(), of.resource());
    store.deleteOrder(of.provider(), of.mode(), of.resource());
  }

  private void takeAwaySubscription(ToldResource of) {
    store.blankSubscription(of.provider(), of.mode(), of.resource());
    store.deleteStates(of.provider(), of.mode(), of.resource());
    store.deleteInvoices(of.provider(), of.mode(), of.resource());
  }

  /** Answers those that came before what they depend on. */
  private List<WebhookEvent> replay(List<WebhookEvent> decided) {
    return decided.stream().filter(event -> handlers.decide(event) instanceof Parked).toList();
  }
}
