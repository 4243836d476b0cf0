package gantry.webhooks.invoices;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.handler.WebhookHandler;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lemon Squeezy's invoices of subscriptions: paid, failed, recovered, refunded. */
@Singleton
final class LemonSqueezyInvoices implements WebhookHandler {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,10}");

  private final RecordInvoice recordInvoice;
  private final Documents documents;

  LemonSqueezyInvoices(RecordInvoice recordInvoice, Documents documents) {
    this.recordInvoice = recordInvoice;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.LEMONSQUEEZY;
  }

  @Override
  public Set<String> types() {
    return Set.of("subscription-invoices");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .flatMap(document -> invoice(document, event).map(it -> decide(it, document, event)))
        .orElseGet(() -> new Decision.Quarantined("invoice-unreadable"));
  }

  private Decision decide(Invoice invoice, Document document, WebhookEvent event) {
    var claimant = Claimant.in(document, "meta", "custom_data").orElse(null);
    return recordInvoice.record(invoice, claimant, event.id()).decision();
  }

  private static Optional<Invoice> invoice(Document document, WebhookEvent event) {
    var id = document.id("data", "id");
    var subscription = document.id("data", "attributes", "subscription_id");
    if (id.isEmpty() || subscription.isEmpty()) {
      return Optional.empty();
    }
    var key = new SubscriptionKey(event.provider(), event.mode(), subscription.get());
    return money(document)
        .map(money ->
            new Invoice(
                key,
                id.get(),
                status(document),
                document.slug("data", "attributes", "billing_reason").orElse(null),
                money,
                times(document, event)));
  }

  private static String status(Document document) {
    return document.slug("data", "attributes", "status").orElse("unknown");
  }

  private static Optional<Invoice.Money> money(Document document) {
    var currency =
        document.text("data", "attributes", "currency").filter(CURRENCY.asMatchPredicate());
    var total = document.amount("data", "attributes", "total");
    return currency.isEmpty() || total.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Invoice.Money(
                currency.get(), total.getAsLong(), refunded(document, total.getAsLong())));
  }

  /** Some documents only say that all was refunded. */
  private static long refunded(Document document, long total) {
    var amount = document.amount("data", "attributes", "refunded_amount").orElse(0);
    return amount == 0 && status(document).equals("refunded") ? total : amount;
  }

  private static Invoice.Times times(Document document, WebhookEvent event) {
    var billedAt = document.time("data", "attributes", "created_at").filter(event::believes);
    var clock = document.time("data", "attributes", "updated_at").filter(event::believes);
    return new Invoice.Times(billedAt.orElse(event.receivedAt()), clock.orElse(null));
  }
}
