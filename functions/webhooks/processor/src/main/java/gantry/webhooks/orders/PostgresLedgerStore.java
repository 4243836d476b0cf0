package gantry.webhooks.orders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The money that orders moved. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresLedgerStore extends GenericRepository<LedgerEntry, String> {
  String ADD_ONCE =
      """
      INSERT INTO webhooks.order_entries
        (provider, mode, order_id, kind, refunded_total, amount, currency, event, at)
      VALUES
        (:provider, :mode, :orderId, :kind, :refundedTotal, :amount, :currency, :event, :at)
      ON CONFLICT DO NOTHING
      RETURNING event
      """;

  /** Null when the ledger has it already. */
  @Query(ADD_ONCE)
  @Nullable UUID addOnce(LedgerEntry entry);
}
