package gantry.webhooks.orders;

import gantry.outbox.OutboxEvent;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings an order's ledger up to the state its provider tells of. States count, not events: the
 * ledger ends up the same whatever the order of arrival, and however often they arrive.
 */
@Singleton
final class RecordOrder {
  private final PostgresOrderStore orders;
  private final PostgresLedgerStore ledger;
  private final Notices notices;

  RecordOrder(PostgresOrderStore orders, PostgresLedgerStore ledger, Notices notices) {
    this.orders = orders;
    this.ledger = ledger;
    this.notices = notices;
  }

  /** The event that tells of it, and when that came. */
  record Cause(UUID event, Instant at) {}

  sealed interface Outcome {
    /** The ledger holds all that the order tells of. */
    record Recorded() implements Outcome {}

    /** A newer state is recorded already. */
    record Outdated() implements Outcome {}

    /** It cannot be true beside what is recorded; somebody must look at it. */
    record Contradicted(String reason) implements Outcome {}
  }

  Outcome record(Order order, Cause cause) {
    if (order.money().refunded() > order.money().total()) {
      return new Outcome.Contradicted("refund-exceeds-total");
    }
    var known = lock(order);
    if (known.isNewerThan(order)) {
      return new Outcome.Outdated();
    }
    var contradiction = contradiction(known, order);
    if (contradiction.isPresent()) {
      return new Outcome.Contradicted(contradiction.get());
    }
    orders.replace(OrderRow.of(order));
    recordPayment(order, cause);
    recordRefund(order, known, cause);
    return new Outcome.Recorded();
  }

  /** Of an order unseen so far nothing has been refunded, as far as the ledger knows. */
  private Order lock(Order order) {
    orders.insertIfAbsent(OrderRow.of(order.unrefunded()));
    var key = order.key();
    return orders.lock(key.provider().slug(), key.mode().slug(), key.id()).order();
  }

  private static Optional<String> contradiction(Order known, Order order) {
    if (!known.money().currency().equals(order.money().currency())) {
      return Optional.of("currency-changed");
    }
    if (known.isPaid() && known.money().total() != order.money().total()) {
      return Optional.of("total-changed");
    }
    return order.money().refunded() < known.money().refunded()
        ? Optional.of("refund-shrank")
        : Optional.empty();
  }

  private void recordPayment(Order order, Cause cause) {
    if (order.isPaid()) {
      ledger.addOnce(LedgerEntry.payment(order, cause.event(), cause.at()));
      tell(order, "paid", "order.paid", OrderPaid.of(order));
    }
  }

  private void recordRefund(Order order, Order known, Cause cause) {
    var before = known.money().refunded();
    var refunded = order.money().refunded();
    if (refunded > before) {
      ledger.addOnce(LedgerEntry.refund(order, before, cause.event(), cause.at()));
      tell(order, "refunded " + refunded, "order.refunded", OrderRefunded.of(order, before));
    }
  }

  /** Once, also when the ledger is written anew. */
  private void tell(Order order, String condition, String type, Record fact) {
    var name = order.key().toString();
    notices.publish(
        "order/" + name + "/" + condition,
        List.of(new Notice(condition, OutboxEvent.of("order", name, type, fact))));
  }
}
