package gantry.webhooks.orders;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Decision.Applied;
import gantry.webhooks.handler.Decision.Parked;
import gantry.webhooks.handler.Decision.Quarantined;
import gantry.webhooks.handler.Decision.Stale;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.orders.RecordOrder.Outcome.Contradicted;
import gantry.webhooks.orders.RecordOrder.Outcome.Outdated;
import gantry.webhooks.orders.RecordOrder.Outcome.Recorded;
import gantry.webhooks.payload.Provider;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Lemon Squeezy's orders, paid and refunded: both events carry the whole order. */
@Singleton
final class OrderWebhooks implements WebhookHandler {
  private final RecordOrder recordOrder;
  private final JsonMapper json;

  OrderWebhooks(RecordOrder recordOrder, JsonMapper json) {
    this.recordOrder = recordOrder;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.LEMONSQUEEZY;
  }

  @Override
  public Set<String> types() {
    return Set.of("order_created", "order_refunded");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return order(event)
        .map(order -> decision(recordOrder.record(order, event.id())))
        .orElseGet(() -> new Quarantined("order-unreadable"));
  }

  private static Decision decision(RecordOrder.Outcome outcome) {
    return switch (outcome) {
      case Recorded _ -> new Applied();
      case Outdated _ -> new Stale();
      case Contradicted(var reason) -> new Parked(reason);
    };
  }

  private Optional<Order> order(WebhookEvent event) {
    try {
      return Optional.ofNullable(json.readValue(event.body().bytes(), JsonNode.class))
          .flatMap(document -> new OrderResource(document).read(event));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
