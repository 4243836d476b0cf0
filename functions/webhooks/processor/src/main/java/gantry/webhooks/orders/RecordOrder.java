package gantry.webhooks.orders;

import gantry.outbox.Outbox;
import gantry.outbox.OutboxEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
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
  private final Outbox outbox;
  private final Clock clock;

  RecordOrder(PostgresOrderStore orders, PostgresLedgerStore ledger, Outbox outbox, Clock clock) {
    this.orders = orders;
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
  }

  sealed interface Outcome {
    /** The ledger holds all that the order tells of. */
    record Recorded() implements Outcome {}

    /** A newer state is recorded already. */
    record Outdated() implements Outcome {}

    /** It cannot be true beside what is recorded; somebody must look at it. */
    record Contradicted(String reason) implements Outcome {}
  }

  Outcome record(Order order, UUID event) {
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
    recordPayment(order, event);
    recordRefund(order, known, event);
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

  private void recordPayment(Order order, UUID event) {
    if (order.isPaid() && isNew(LedgerEntry.payment(order, event, clock.instant()))) {
      outbox.append(
          OutboxEvent.of("order", order.key().toString(), "order.paid", OrderPaid.of(order)));
    }
  }

  private void recordRefund(Order order, Order known, UUID event) {
    var before = known.money().refunded();
    if (order.money().refunded() > before
        && isNew(LedgerEntry.refund(order, before, event, clock.instant()))) {
      outbox.append(
          OutboxEvent.of(
              "order", order.key().toString(), "order.refunded", OrderRefunded.of(order, before)));
    }
  }

  private boolean isNew(LedgerEntry entry) {
    return ledger.addOnce(entry) != null;
  }
}
