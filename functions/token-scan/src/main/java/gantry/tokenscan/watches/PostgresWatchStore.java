package gantry.tokenscan.watches;

import gantry.tokenscan.judgement.Level;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Watched tokens, by the database's time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresWatchStore extends GenericRepository<Watch, UUID> {
  String INSERT_IF_FEW =
      """
      INSERT INTO token_scan.watches (id, tenant, watched_by, chain, address)
      SELECT CAST(:id AS uuid), :tenant, :watchedBy, :chain, :address
      WHERE (
        SELECT count(*)
        FROM token_scan.watches
        WHERE tenant = :tenant AND watched_by = :watchedBy) < :most
      ON CONFLICT (tenant, watched_by, chain, address) DO NOTHING
      """;

  String FIND =
      """
      SELECT id, tenant, watched_by, chain, address, level, checked_at
      FROM token_scan.watches
      WHERE tenant = :tenant AND watched_by = :watchedBy AND chain = :chain AND address = :address
      """;

  String DELETE =
      """
      DELETE FROM token_scan.watches
      WHERE tenant = :tenant AND watched_by = :watchedBy AND chain = :chain AND address = :address
      """;

  String CLAIM_DUE =
      """
      WITH due AS (
        SELECT id
        FROM token_scan.watches
        WHERE due_at <= now()
        ORDER BY due_at
        LIMIT 1
        FOR UPDATE SKIP LOCKED),
      claimed AS (
        UPDATE token_scan.watches AS w
        SET due_at = now() + interval '5 minutes'
        FROM due
        WHERE w.id = due.id
        RETURNING w.id, w.tenant, w.watched_by, w.chain, w.address, w.level, w.checked_at)
      SELECT id, tenant, watched_by, chain, address, level, checked_at
      FROM claimed
      """;

  String LOCK =
      """
      SELECT id, tenant, watched_by, chain, address, level, checked_at
      FROM token_scan.watches
      WHERE id = :id
      FOR UPDATE
      """;

  String RECORD =
      """
      UPDATE token_scan.watches
      SET level = :level, checked_at = :checkedAt, due_at = now() + :seconds * interval '1 second'
      WHERE id = :id
      """;

  /** None when it is there, or the user has so many. */
  @Query(INSERT_IF_FEW)
  int insertIfFew(UUID id, String tenant, String watchedBy, String chain, String address, int most);

  @Query(FIND)
  Optional<Watch> find(String tenant, String watchedBy, String chain, String address);

  @Query(DELETE)
  int delete(String tenant, String watchedBy, String chain, String address);

  /** Whoever claims one and falls silent leaves it to others after five minutes. */
  @Query(CLAIM_DUE)
  List<Watch> claimDue();

  @Query(LOCK)
  Optional<Watch> lock(UUID id);

  @Query(RECORD)
  int record(UUID id, Level level, Instant checkedAt, long seconds);
}
