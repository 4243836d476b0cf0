package gantry.fakefollowers.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audits, their parts and the batches that were put on the queue. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresAuditStore extends GenericRepository<StoredAudit, UUID> {
  String INSERT_IF_NEW =
      """
      INSERT INTO followers.audits (id, tenant, owner, creator, platform, state, created_at)
      VALUES (:id, :tenant, :owner, :creator, :platform, :state, :createdAt)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  String FIND =
      """
      SELECT id, tenant, owner, creator, platform, state, created_at, followers_retired_at
      FROM followers.audits
      WHERE id = :id
      """;

  String LOCK =
      """
      SELECT id, tenant, owner, creator, platform, state, created_at, followers_retired_at
      FROM followers.audits
      WHERE id = :id
      FOR UPDATE
      """;

  String FIND_PART =
      """
      SELECT first_batch
      FROM followers.parts
      WHERE audit = :audit AND sha256 = :sha256
      """;

  String TAKE_NUMBERS =
      """
      WITH taken AS (
        UPDATE followers.audits
        SET next_batch = next_batch + :count
        WHERE id = :audit
        RETURNING next_batch
      )
      SELECT next_batch - :count
      FROM taken
      """;

  String INSERT_PART =
      """
      INSERT INTO followers.parts (audit, sha256, first_batch)
      VALUES (:audit, :sha256, :firstBatch)
      """;

  /** A batch may be scored before this is known. */
  String RECORD_SENT =
      """
      INSERT INTO followers.batches (audit, batch, piece, sent, scored)
      SELECT :audit, CAST(:firstBatch AS integer) + ordinality - 1, 0, sent, 0
      FROM unnest(CAST(string_to_array(:sizes, ',') AS integer[])) WITH ORDINALITY AS sizes (sent)
      ORDER BY ordinality
      ON CONFLICT (audit, batch, piece) DO UPDATE SET sent = excluded.sent
      """;

  String CLAIM =
      """
      INSERT INTO followers.batches AS known (audit, batch, piece, sent, scored, scored_at)
      VALUES (:audit, :batch, :piece, 0, :scored, :at)
      ON CONFLICT (audit, batch, piece)
      DO UPDATE SET scored = excluded.scored, scored_at = excluded.scored_at
      WHERE known.scored_at IS NULL
      """;

  String CLOSE =
      """
      UPDATE followers.audits
      SET state = 'CLOSED'
      WHERE id = :audit AND state = 'OPEN'
      """;

  String TOTALS =
      """
      SELECT coalesce(sum(greatest(sent, scored)), 0) AS total, coalesce(sum(scored), 0) AS scored,
             count(*) FILTER (WHERE sent > scored) AS waiting
      FROM (
        SELECT sum(sent) AS sent, sum(scored) AS scored
        FROM followers.batches
        WHERE audit = :audit
        GROUP BY batch
      ) AS batches
      """;

  String COUNT_WAITING =
      """
      SELECT count(*)
      FROM followers.batches
      WHERE scored_at IS NULL
      """;

  String TALLIES =
      """
      SELECT kind, name, followers
      FROM followers.tallies
      WHERE audit = :audit
      """;

  /** Null when it is there already. */
  @Query(INSERT_IF_NEW)
  @Nullable UUID insertIfNew(StoredAudit audit);

  @Query(FIND)
  Optional<StoredAudit> find(UUID id);

  @Query(LOCK)
  Optional<StoredAudit> lock(UUID id);

  @Query(FIND_PART)
  Optional<Integer> findPart(UUID audit, String sha256);

  @Query(TAKE_NUMBERS)
  int takeNumbers(UUID audit, int count);

  @Query(INSERT_PART)
  int insertPart(UUID audit, String sha256, int firstBatch);

  @Query(RECORD_SENT)
  int recordSent(UUID audit, int firstBatch, String sizes);

  /** 0 when the piece was stored before. */
  @Query(CLAIM)
  int claim(UUID audit, int batch, int piece, int scored, Instant at);

  @Query(CLOSE)
  int close(UUID audit);

  @Query(TOTALS)
  BatchTotals totals(UUID audit);

  /** The batches of all audits that are on their way. */
  @Query(COUNT_WAITING)
  long countWaiting();

  @Query(TALLIES)
  List<TallyRow> tallies(UUID audit);
}
