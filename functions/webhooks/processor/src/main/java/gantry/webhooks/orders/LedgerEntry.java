package gantry.webhooks.orders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Money that moved: a payment once per order, a refund once per new refunded total. */
@MappedEntity("webhooks.order_entries")
record LedgerEntry(
    String provider,
    String mode,
    @Id String orderId,
    Kind kind,
    long refundedTotal,
    long amount,
    String currency,
    UUID event,
    Instant at) {
  enum Kind {
    PAYMENT,
    REFUND
  }

  static LedgerEntry payment(Order order, UUID event, Instant at) {
    return entry(order, Kind.PAYMENT, 0, order.money().total(), event, at);
  }

  /** Only what is new since then; refunds are negative. */
  static LedgerEntry refund(Order order, long refundedBefore, UUID event, Instant at) {
    var refunded = order.money().refunded();
    return entry(order, Kind.REFUND, refunded, refundedBefore - refunded, event, at);
  }

  private static LedgerEntry entry(
      Order order, Kind kind, long refundedTotal, long amount, UUID event, Instant at) {
    return new LedgerEntry(
        order.key().provider().slug(),
        order.key().mode().slug(),
        order.key().id(),
        kind,
        refundedTotal,
        amount,
        order.money().currency(),
        event,
        at);
  }
}
