package gantry.webhooks.invoices;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings together an invoice, its payments and what of these went back, when a provider tells of
 * each by itself and in any order.
 */
@Singleton
final class RecordPayment {
  private final PostgresPaymentStore payments;
  private final PostgresInvoiceStore invoices;
  private final RecordInvoice recordInvoice;

  RecordPayment(
      PostgresPaymentStore payments, PostgresInvoiceStore invoices, RecordInvoice recordInvoice) {
    this.payments = payments;
    this.invoices = invoices;
    this.recordInvoice = recordInvoice;
  }

  /** Of one provider's account. */
  record Account(Provider provider, Mode mode) {}

  /** A payment as one event tells of it: some name its invoice, some what went back. */
  record Payment(String id, @Nullable String invoice, long refunded) {}

  /** Waits for whoever deals with this invoice; answers how much of it has gone back. */
  long refunded(Account account, String invoice) {
    var provider = account.provider().slug();
    var mode = account.mode().slug();
    payments.lockInvoice("invoice/" + provider + '/' + mode + '/' + invoice);
    return payments.refunded(provider, mode, invoice);
  }

  /** Keeps it, and what it means for its invoice as soon as both are known. */
  void record(Account account, Payment payment, UUID event) {
    var id = keep(account, payment);
    if (!id.isEmpty()) {
      var refunded = refunded(account, id);
      invoices
          .find(account.provider().slug(), account.mode().slug(), id)
          .map(row -> row.invoice().refunded(refunded))
          .ifPresent(invoice -> recordInvoice.record(invoice, null, event));
    }
  }

  /** The invoice that it was for; empty as long as nobody has told. */
  String keep(Account account, Payment payment) {
    return payments.merge(
        new PaymentRow(
            account.provider().slug(),
            account.mode().slug(),
            payment.id(),
            payment.invoice(),
            payment.refunded()));
  }
}
