package gantry.webhooks.invoices;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/** What was paid for invoices whose provider tells of refunds beside them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresPaymentStore extends GenericRepository<PaymentRow, String> {
  String LOCK_INVOICE =
      """
      SELECT CAST(pg_advisory_xact_lock(hashtextextended(:name, 0)) AS text)
      """;

  /** What goes back only grows, and a payment's first invoice stays its own. */
  String MERGE =
      """
      INSERT INTO webhooks.invoice_payments AS known
        (provider, mode, payment, invoice_id, refunded)
      VALUES (:provider, :mode, :payment, :invoiceId, :refunded)
      ON CONFLICT (provider, mode, payment) DO UPDATE
      SET invoice_id = COALESCE(known.invoice_id, EXCLUDED.invoice_id),
          refunded = GREATEST(known.refunded, EXCLUDED.refunded)
      RETURNING COALESCE(invoice_id, '')
      """;

  String REFUNDED =
      """
      SELECT COALESCE(sum(refunded), 0)
      FROM webhooks.invoice_payments
      WHERE provider = :provider AND mode = :mode AND invoice_id = :invoice
      """;

  @Query(LOCK_INVOICE)
  @Nullable String lockInvoice(String name);

  /** The invoice that it was for; empty as long as nobody has told. */
  @Query(MERGE)
  String merge(PaymentRow row);

  @Query(REFUNDED)
  long refunded(String provider, String mode, String invoice);
}
