package gantry.webhooks.overview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The newest invoices of one subscription. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresInvoiceItemStore extends GenericRepository<InvoiceItem, String> {
  String NEWEST_FIRST =
      """
      SELECT invoice_id AS id, status, billing_reason, currency, total, refunded, billed_at,
             clock AS updated_at
      FROM webhooks.invoices
      WHERE provider = :provider AND mode = :mode AND subscription_id = :subscription
      ORDER BY billed_at DESC, length(invoice_id) DESC, invoice_id DESC
      LIMIT :limit
      """;

  @Query(NEWEST_FIRST)
  List<InvoiceItem> newestFirst(String provider, String mode, String subscription, int limit);
}
