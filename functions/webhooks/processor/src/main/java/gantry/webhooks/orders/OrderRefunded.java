package gantry.webhooks.orders;

import io.micronaut.serde.annotation.Serdeable;

/** {@code order.refunded}: part of the money went back, or the rest of it. */
@Serdeable
record OrderRefunded(
    String provider,
    String mode,
    String orderId,
    String currency,
    long amount,
    long refundedTotal,
    boolean full) {
  static OrderRefunded of(Order order, long refundedBefore) {
    var key = order.key();
    var money = order.money();
    return new OrderRefunded(
        key.provider().slug(),
        key.mode().slug(),
        key.id(),
        money.currency(),
        money.refunded() - refundedBefore,
        money.refunded(),
        money.refunded() == money.total());
  }
}
