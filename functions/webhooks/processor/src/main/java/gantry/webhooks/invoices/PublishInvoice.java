package gantry.webhooks.invoices;

import gantry.outbox.OutboxEvent;
import gantry.webhooks.grants.AccessChanged.Grantor;
import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.grants.AccessConfig;
import gantry.webhooks.grants.Promise;
import gantry.webhooks.grants.Reason;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import gantry.webhooks.subscriptions.Parent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes payments and refunds, and the access that a refund ends and a payment gives back. */
@Singleton
final class PublishInvoice {
  private final PostgresInvoiceStore invoices;
  private final Notices notices;
  private final AccessConfig config;

  PublishInvoice(PostgresInvoiceStore invoices, Notices notices, AccessConfig config) {
    this.invoices = invoices;
    this.notices = notices;
    this.config = config;
  }

  void publish(Invoice invoice, Parent parent) {
    if (invoice.isPaid()) {
      tell(invoice, "paid", "invoice.paid", InvoicePaid.of(invoice));
    }
    var refunded = invoice.money().refunded();
    if (refunded > 0) {
      tell(invoice, "refunded " + refunded, "invoice.refunded", InvoiceRefunded.of(invoice));
    }
    publishAccess(parent);
  }

  /** Each of an invoice's conditions is a subject of its own: it never comes back. */
  private void tell(Invoice invoice, String condition, String type, Record fact) {
    var key = invoice.subscription();
    var name = key.provider().slug() + '/' + key.mode().slug() + '/' + invoice.id();
    notices.publish(
        "invoice/" + name + "/" + condition,
        List.of(new Notice(condition, OutboxEvent.of("invoice", name, type, fact))));
  }

  /**
   * A refund ends a period's access, and any payment for a later one gives it back. Both are told,
   * whichever is heard of first.
   */
  private void publishAccess(Parent parent) {
    var key = parent.key();
    if (parent.user() == null || !config.counts(key.mode().slug())) {
      return;
    }
    var periods = invoices.paidPeriods(key.provider().slug(), key.mode().slug(), key.id());
    for (var i = 0; i < periods.size(); i++) {
      if (periods.get(i).isRefundedPeriod()) {
        var next = i + 1 < periods.size() ? periods.get(i + 1) : null;
        publishAccess(parent, parent.user(), periods.get(i), next);
      }
    }
  }

  private void publishAccess(
      Parent parent, User user, InvoiceRow refunded, @Nullable InvoiceRow next) {
    var conditions = new ArrayList<Notice>();
    conditions.add(access(parent, user, refunded, Promise.nothing(Reason.REFUNDED)));
    if (next != null) {
      conditions.add(access(parent, user, next, null));
    }
    notices.publish("access/invoice/" + parent.key() + '/' + refunded.invoiceId(), conditions);
  }

  private static Notice access(
      Parent parent, User user, InvoiceRow cause, @Nullable Promise promise) {
    var grantor = new Grantor("subscription", parent.key().toString(), cause.clock());
    return new Notice(promise == null ? "paid again" : "refunded", user.event(grantor, promise));
  }
}
