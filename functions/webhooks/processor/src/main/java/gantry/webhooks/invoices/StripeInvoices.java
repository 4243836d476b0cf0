package gantry.webhooks.invoices;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.invoices.RecordPayment.Account;
import gantry.webhooks.invoices.RecordPayment.Payment;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Stripe's invoices of subscriptions; what went back of them is told of by their payments. */
@Singleton
final class StripeInvoices implements WebhookHandler {
  private static final Pattern CURRENCY = Pattern.compile("[a-z]{3,10}");

  private final RecordInvoice recordInvoice;
  private final RecordPayment recordPayment;
  private final Documents documents;

  StripeInvoices(RecordInvoice recordInvoice, RecordPayment recordPayment, Documents documents) {
    this.recordInvoice = recordInvoice;
    this.recordPayment = recordPayment;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "invoice.paid",
        "invoice.payment_succeeded",
        "invoice.payment_failed",
        "invoice.voided",
        "invoice.marked_uncollectible");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .map(document -> decide(document, event))
        .orElseGet(() -> new Decision.Quarantined("invoice-unreadable"));
  }

  private Decision decide(Document document, WebhookEvent event) {
    var subscription = subscription(document);
    if (subscription.isEmpty()) {
      return new Decision.Ignored("no-subscription");
    }
    return invoice(subscription.get(), document, event)
        .map(invoice -> record(invoice, document, event).decision())
        .orElseGet(() -> new Decision.Quarantined("invoice-unreadable"));
  }

  private RecordInvoice.Outcome record(Invoice invoice, Document document, WebhookEvent event) {
    var account = new Account(event.provider(), event.mode());
    StripePayments.of(document)
        .ifPresent(id -> recordPayment.keep(account, new Payment(id, invoice.id(), 0)));
    var refunded = recordPayment.refunded(account, invoice.id());
    return recordInvoice.record(invoice.refunded(refunded), null, event.id());
  }

  /** Since API version 2025-03-31 it is inside {@code parent}. */
  private static Optional<String> subscription(Document document) {
    return document
        .id("data", "object", "subscription")
        .or(() -> document.id("data", "object", "parent", "subscription_details", "subscription"));
  }

  private static Optional<Invoice> invoice(
      String subscription, Document document, WebhookEvent event) {
    var id = document.id("data", "object", "id");
    var currency = document.text("data", "object", "currency").filter(CURRENCY.asMatchPredicate());
    if (id.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    var paid = document.amount("data", "object", "amount_paid").orElse(0);
    return Optional.of(
        new Invoice(
            new SubscriptionKey(event.provider(), event.mode(), subscription),
            id.get(),
            document.slug("data", "object", "status").orElse("unknown"),
            document
                .slug("data", "object", "billing_reason")
                .map(StripeInvoices::reason)
                .orElse(null),
            new Invoice.Money(currency.get().toUpperCase(Locale.ROOT), paid, 0),
            times(document, event)));
  }

  /** In the words that tell a period's invoice from one for a change within a period. */
  private static String reason(String reason) {
    return switch (reason) {
      case "subscription_create" -> "initial";
      case "subscription_cycle" -> "renewal";
      case "subscription_update" -> "updated";
      default -> reason;
    };
  }

  private static Invoice.Times times(Document document, WebhookEvent event) {
    var billedAt = document.epochSecond("data", "object", "created").filter(event::believes);
    var clock = document.epochSecond("created").filter(event::believes);
    return new Invoice.Times(billedAt.orElse(event.receivedAt()), clock.orElse(null));
  }
}
