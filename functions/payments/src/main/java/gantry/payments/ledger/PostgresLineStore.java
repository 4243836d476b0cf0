package gantry.payments.ledger;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The lines of entries. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresLineStore extends GenericRepository<LineRow, UUID> {
  String ADD =
      """
      INSERT INTO payments.ledger_lines (entry, account, currency, units)
      VALUES (:entry, :account, :currency, :units)
      """;

  String OF_ENTRIES =
      """
      SELECT entry, account, currency, units
      FROM payments.ledger_lines
      WHERE entry IN (:entries)
      ORDER BY entry, account
      """;

  @Query(ADD)
  int add(LineRow line);

  /** Of at least one. */
  @Query(OF_ENTRIES)
  List<LineRow> ofEntries(List<UUID> entries);
}
