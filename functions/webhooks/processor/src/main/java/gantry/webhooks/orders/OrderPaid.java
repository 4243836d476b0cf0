package gantry.webhooks.orders;

import io.micronaut.serde.annotation.Serdeable;

/** {@code order.paid}: the buyer's money came in. */
@Serdeable
record OrderPaid(String provider, String mode, String orderId, String currency, long amount) {
  static OrderPaid of(Order order) {
    var key = order.key();
    return new OrderPaid(
        key.provider().slug(),
        key.mode().slug(),
        key.id(),
        order.money().currency(),
        order.money().total());
  }
}
