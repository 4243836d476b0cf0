package gantry.payments.intent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Who proved to be a payer. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresPayerStore extends GenericRepository<PayerRow, UUID> {
  String REPLACE =
      """
      INSERT INTO payments.payers (intent, family, address, proved_at)
      VALUES (:intent, :family, :address, :provedAt)
      ON CONFLICT (intent, family)
      DO UPDATE SET address = excluded.address, proved_at = excluded.proved_at
      """;

  String OF_INTENT =
      """
      SELECT intent, family, address, proved_at
      FROM payments.payers
      WHERE intent = :intent
      """;

  @Query(REPLACE)
  int replace(PayerRow payer);

  @Query(OF_INTENT)
  List<PayerRow> ofIntent(UUID intent);
}
