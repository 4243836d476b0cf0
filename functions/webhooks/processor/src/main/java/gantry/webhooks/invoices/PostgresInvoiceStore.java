package gantry.webhooks.invoices;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest state of each invoice. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresInvoiceStore extends GenericRepository<InvoiceRow, String> {
  /**
   * Of one time the more refunded state is the newer, and then the paid one. What has no time is of
   * the time of what is known.
   */
  String APPLY =
      """
      INSERT INTO webhooks.invoices AS known
        (provider, mode, invoice_id, subscription_id, status, billing_reason, currency, total,
         refunded, paid, billed_at, clock)
      VALUES
        (:provider, :mode, :invoiceId, :subscriptionId, :status, :billingReason, :currency, :total,
         :refunded, :paid, :billedAt, COALESCE(:clock, timestamptz 'epoch'))
      ON CONFLICT (provider, mode, invoice_id) DO UPDATE
      SET status = EXCLUDED.status, billing_reason = EXCLUDED.billing_reason,
          currency = EXCLUDED.currency, total = EXCLUDED.total, refunded = EXCLUDED.refunded,
          paid = EXCLUDED.paid, billed_at = EXCLUDED.billed_at,
          clock = COALESCE(:clock, known.clock)
      WHERE known.subscription_id = EXCLUDED.subscription_id
        AND (known.clock, known.refunded, known.paid, known.status COLLATE "C")
          <= (COALESCE(:clock, known.clock), EXCLUDED.refunded, EXCLUDED.paid,
              EXCLUDED.status COLLATE "C")
      RETURNING invoice_id
      """;

  String PAID_PERIODS =
      """
      SELECT provider, mode, invoice_id, subscription_id, status, billing_reason, currency, total,
             refunded, paid, billed_at, clock
      FROM webhooks.invoices
      WHERE provider = :provider AND mode = :mode AND subscription_id = :subscriptionId
        AND paid AND billing_reason IS DISTINCT FROM 'updated'
      ORDER BY billed_at, length(invoice_id), invoice_id
      """;

  String FIND =
      """
      SELECT provider, mode, invoice_id, subscription_id, status, billing_reason, currency, total,
             refunded, paid, billed_at, clock
      FROM webhooks.invoices
      WHERE provider = :provider AND mode = :mode AND invoice_id = :id
      """;

  @Query(FIND)
  Optional<InvoiceRow> find(String provider, String mode, String id);

  /** Null when something newer is known. */
  @Query(APPLY)
  @Nullable String apply(InvoiceRow invoice);

  /** Oldest first. */
  @Query(PAID_PERIODS)
  List<InvoiceRow> paidPeriods(String provider, String mode, String subscriptionId);
}
