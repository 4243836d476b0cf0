package gantry.webhooks.orders;

import gantry.webhooks.orders.Order.Money;
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
    @Nullable Instant providerTime) {
  static OrderRow of(Order order) {
    return new OrderRow(
        order.key().provider().slug(),
        order.key().mode().slug(),
        order.key().id(),
        order.money().currency(),
        order.status(),
        order.money().total(),
        order.money().refunded(),
        order.providerTime());
  }

  Order order() {
    var key =
        new Order.Key(Provider.of(provider).orElseThrow(), Mode.of(mode).orElseThrow(), orderId);
    return new Order(key, status, new Money(currency, total, refunded), providerTime);
  }
}
