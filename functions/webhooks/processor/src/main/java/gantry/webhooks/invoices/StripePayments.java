package gantry.webhooks.invoices;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.invoices.RecordPayment.Account;
import gantry.webhooks.invoices.RecordPayment.Payment;
import gantry.webhooks.payload.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe tells of payments: a charge says how much of it went back, and until API version
 * 2025-03-31 for which invoice it was; since then invoice payments say that.
 */
@Singleton
final class StripePayments implements WebhookHandler {
  private final RecordPayment recordPayment;
  private final Documents documents;

  StripePayments(RecordPayment recordPayment, Documents documents) {
    this.recordPayment = recordPayment;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public Set<String> types() {
    return Set.of("charge.refunded", "invoice_payment.paid");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .flatMap(document -> payment(document, event))
        .map(payment -> record(payment, event))
        .orElseGet(() -> new Decision.Quarantined("payment-unreadable"));
  }

  private Decision record(Payment payment, WebhookEvent event) {
    recordPayment.record(new Account(event.provider(), event.mode()), payment, event.id());
    return new Decision.Applied();
  }

  private static Optional<Payment> payment(Document document, WebhookEvent event) {
    return "charge.refunded".equals(event.type()) ? charge(document) : invoicePayment(document);
  }

  private static Optional<Payment> charge(Document document) {
    var refunded = document.amount("data", "object", "amount_refunded");
    return refunded.isEmpty()
        ? Optional.empty()
        : document
            .id("data", "object", "payment_intent")
            .or(() -> document.id("data", "object", "id"))
            .map(id -> new Payment(id, invoice(document), refunded.getAsLong()));
  }

  private static Optional<Payment> invoicePayment(Document document) {
    return document
        .id("data", "object", "payment", "payment_intent")
        .or(() -> document.id("data", "object", "payment", "charge"))
        .filter(_ -> invoice(document) != null)
        .map(id -> new Payment(id, invoice(document), 0));
  }

  private static @Nullable String invoice(Document document) {
    return document.id("data", "object", "invoice").orElse(null);
  }

  /** Of an invoice, as it said itself until 2025-03-31. */
  static Optional<String> of(Document invoice) {
    return invoice
        .id("data", "object", "payment_intent")
        .or(() -> invoice.id("data", "object", "charge"));
  }
}
