package gantry.webhooks.invoices;

import io.micronaut.serde.annotation.Serdeable;

/** {@code invoice.paid}: a subscription's invoice was paid; a price of zero is no money. */
@Serdeable
record InvoicePaid(
    String provider,
    String mode,
    String invoiceId,
    String subscriptionId,
    String currency,
    long amount) {
  static InvoicePaid of(Invoice invoice) {
    var key = invoice.subscription();
    return new InvoicePaid(
        key.provider().slug(),
        key.mode().slug(),
        invoice.id(),
        key.id(),
        invoice.money().currency(),
        invoice.money().total());
  }
}
