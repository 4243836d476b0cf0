package gantry.webhooks.invoices;

import io.micronaut.serde.annotation.Serdeable;

/** {@code invoice.refunded}: so much of an invoice has gone back by now. */
@Serdeable
record InvoiceRefunded(
    String provider,
    String mode,
    String invoiceId,
    String subscriptionId,
    String currency,
    long refundedTotal,
    boolean full) {
  static InvoiceRefunded of(Invoice invoice) {
    var key = invoice.subscription();
    var money = invoice.money();
    return new InvoiceRefunded(
        key.provider().slug(),
        key.mode().slug(),
        invoice.id(),
        key.id(),
        money.currency(),
        money.refunded(),
        money.refunded() == money.total());
  }
}
