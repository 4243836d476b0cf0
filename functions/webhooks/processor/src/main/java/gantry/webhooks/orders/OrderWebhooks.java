package gantry.webhooks.orders;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Decision.Applied;
import gantry.webhooks.handler.Decision.Parked;
import gantry.webhooks.handler.Decision.Quarantined;
import gantry.webhooks.handler.Decision.Stale;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.orders.RecordOrder.Cause;
import gantry.webhooks.orders.RecordOrder.Outcome.Contradicted;
import gantry.webhooks.orders.RecordOrder.Outcome.Outdated;
import gantry.webhooks.orders.RecordOrder.Outcome.Recorded;
import gantry.webhooks.payload.Provider;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lemon Squeezy's orders, paid and refunded: both events carry the whole order. */
@Singleton
final class OrderWebhooks implements WebhookHandler {
  private final RecordOrder recordOrder;
  private final PublishOrderAccess publishAccess;
  private final Documents documents;

  OrderWebhooks(RecordOrder recordOrder, PublishOrderAccess publishAccess, Documents documents) {
    this.recordOrder = recordOrder;
    this.publishAccess = publishAccess;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.LEMONSQUEEZY;
  }

  @Override
  public Set<String> types() {
    return Set.of("orders");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .flatMap(document -> new OrderResource(document).read(event))
        .map(order -> record(order, event))
        .orElseGet(() -> new Quarantined("order-unreadable"));
  }

  private Decision record(Order order, WebhookEvent event) {
    var decision = decision(recordOrder.record(order, new Cause(event.id(), event.receivedAt())));
    var key = order.key();
    publishAccess.publish(key.provider().slug(), key.mode().slug(), key.id());
    return decision;
  }

  private static Decision decision(RecordOrder.Outcome outcome) {
    return switch (outcome) {
      case Recorded _ -> new Applied();
      case Outdated _ -> new Stale();
      case Contradicted(var reason) -> new Parked(reason);
    };
  }
}
