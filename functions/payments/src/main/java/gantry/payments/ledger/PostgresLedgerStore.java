package gantry.payments.ledger;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries; PostgreSQL itself refuses changes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresLedgerStore extends GenericRepository<EntryRow, UUID> {
  String ADD_ONCE =
      """
      INSERT INTO payments.ledger_entries (id, tenant, user_id, claim, kind, at)
      VALUES (:id, :tenant, :userId, :claim, :kind, :at)
      ON CONFLICT (claim, kind) DO NOTHING
      RETURNING id
      """;

  String LAST_CREDIT =
      """
      SELECT id, tenant, user_id, claim, kind, at
      FROM payments.ledger_entries
      WHERE claim = :claim AND kind IN ('CREDIT', 'ALLOCATION')
      ORDER BY at DESC, id DESC
      LIMIT 1
      """;

  String NEWEST_FIRST =
      """
      SELECT id, tenant, user_id, claim, kind, at
      FROM payments.ledger_entries
      WHERE tenant = :tenant AND user_id = :userId AND (at, id) < (:beforeTime, :beforeId)
      ORDER BY at DESC, id DESC
      LIMIT :limit
      """;

  /** Null when the claim has such an entry. */
  @Query(ADD_ONCE)
  @Nullable UUID addOnce(EntryRow entry);

  @Query(LAST_CREDIT)
  Optional<EntryRow> lastCredit(UUID claim);

  @Query(NEWEST_FIRST)
  List<EntryRow> newestFirst(
      String tenant, String userId, Instant beforeTime, UUID beforeId, int limit);
}
