package gantry.webhooks.invoices;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("webhooks.invoices")
record InvoiceRow(
    String provider,
    String mode,
    @Id String invoiceId,
    String subscriptionId,
    String status,
    @Nullable String billingReason,
    String currency,
    long total,
    long refunded,
    boolean paid,
    Instant billedAt,
    @Nullable Instant clock) {
  static InvoiceRow of(Invoice invoice) {
    var key = invoice.subscription();
    return new InvoiceRow(
        key.provider().slug(),
        key.mode().slug(),
        invoice.id(),
        key.id(),
        invoice.status(),
        invoice.billingReason(),
        invoice.money().currency(),
        invoice.money().total(),
        invoice.money().refunded(),
        invoice.isPaid(),
        invoice.times().billedAt(),
        invoice.times().clock());
  }

  Invoice invoice() {
    return new Invoice(
        new SubscriptionKey(
            Provider.of(provider).orElseThrow(), Mode.of(mode).orElseThrow(), subscriptionId),
        invoiceId,
        status,
        billingReason,
        new Invoice.Money(currency, total, refunded),
        new Invoice.Times(billedAt, clock));
  }

  /** The whole price of a period went back; what a change of plan cost is no period. */
  boolean isRefundedPeriod() {
    return refunded > 0 && refunded == total;
  }
}
