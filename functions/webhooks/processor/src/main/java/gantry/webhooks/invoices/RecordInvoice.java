package gantry.webhooks.invoices;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.subscriptions.ClaimSubscription;
import gantry.webhooks.subscriptions.Parent;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a subscription's invoices; they never move its status. */
@Singleton
final class RecordInvoice {
  private final ClaimSubscription subscriptions;
  private final PostgresInvoiceStore invoices;
  private final PublishInvoice publisher;

  RecordInvoice(
      ClaimSubscription subscriptions, PostgresInvoiceStore invoices, PublishInvoice publisher) {
    this.subscriptions = subscriptions;
    this.invoices = invoices;
    this.publisher = publisher;
  }

  enum Outcome {
    RECORDED,
    OUTDATED,
    /** Nobody has told of the subscription yet. */
    UNKNOWN_PARENT,
    /** More went back than was paid: somebody must look. */
    CONTRADICTED;

    Decision decision() {
      return switch (this) {
        case RECORDED -> new Decision.Applied();
        case OUTDATED -> new Decision.Stale();
        case UNKNOWN_PARENT -> new Decision.Parked("unknown-parent");
        case CONTRADICTED -> new Decision.Parked("refund-exceeds-total");
      };
    }
  }

  Outcome record(Invoice invoice, @Nullable Claimant claimant, UUID event) {
    if (invoice.money().refunded() > invoice.money().total()) {
      return Outcome.CONTRADICTED;
    }
    return subscriptions
        .claim(invoice.subscription(), claimant, event)
        .map(parent -> record(invoice, parent))
        .orElse(Outcome.UNKNOWN_PARENT);
  }

  private Outcome record(Invoice invoice, Parent parent) {
    var shows = invoices.apply(InvoiceRow.of(invoice)) != null;
    publisher.publish(invoice, parent);
    return shows ? Outcome.RECORDED : Outcome.OUTDATED;
  }
}
