package gantry.webhooks.orders;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.orders.Order.Money;
import gantry.webhooks.orders.Order.Purchase;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("webhooks.orders")
record OrderRow(
    String provider,
    String mode,
    @Id String orderId,
    String currency,
    String status,
    long total,
    long refunded,
    @Nullable Instant providerTime,
    @Nullable String variantId,
    @Nullable String userId,
    @Nullable String tenant) {
  static OrderRow of(Order order) {
    var claimant = order.purchase().claimant();
    return new OrderRow(
        order.key().provider().slug(),
        order.key().mode().slug(),
        order.key().id(),
        order.money().currency(),
        order.status(),
        order.money().total(),
        order.money().refunded(),
        order.providerTime(),
        order.purchase().variant(),
        claimant == null ? null : claimant.userId(),
        claimant == null ? null : claimant.tenant());
  }

  Order order() {
    var key =
        new Order.Key(Provider.of(provider).orElseThrow(), Mode.of(mode).orElseThrow(), orderId);
    var claimant = userId == null ? null : new Claimant(userId, tenant);
    return new Order(
        key,
        status,
        new Money(currency, total, refunded),
        providerTime,
        new Purchase(variantId, claimant));
  }
}
