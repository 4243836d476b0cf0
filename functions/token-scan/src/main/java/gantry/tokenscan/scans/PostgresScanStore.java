package gantry.tokenscan.scans;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ordered scans and their tokens, by the database's time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresScanStore extends GenericRepository<ScanItemRow, UUID> {
  String INSERT_SCAN =
      """
      INSERT INTO token_scan.scans (id, tenant, ordered_by)
      VALUES (:id, :tenant, :orderedBy)
      """;

  String INSERT_ITEMS =
      """
      INSERT INTO token_scan.items (scan_id, position, address, chain, due_at)
      SELECT CAST(:scan AS uuid), CAST(item ->> 'position' AS integer), item ->> 'address',
             item ->> 'chain', now() + interval '1 minute'
      FROM jsonb_array_elements(CAST(:items AS jsonb)) AS item
      """;

  String AWAIT_ALL =
      """
      UPDATE token_scan.items
      SET due_at = now() + interval '2 hours'
      WHERE scan_id = :scan AND state = 'PENDING'
      """;

  String FIND =
      """
      SELECT scan_id, position, address, chain, state, attempts, CAST(results AS text) AS results
      FROM token_scan.items
      WHERE scan_id = :scan AND position = :position
      """;

  String POSTPONE =
      """
      UPDATE token_scan.items
      SET attempts = attempts + 1, due_at = now() + (attempts + 1) * interval '2 minutes'
      WHERE scan_id = :scan AND position = :position AND state = 'PENDING'
      """;

  String FINISH =
      """
      UPDATE token_scan.items
      SET state = 'DONE', attempts = attempts + 1, results = CAST(:results AS json)
      WHERE scan_id = :scan AND position = :position AND state = 'PENDING'
      """;

  String PROGRESS =
      """
      SELECT s.id, s.created_at, CAST(count(*) AS integer) AS total,
             CAST(count(*) FILTER (WHERE i.state = 'DONE') AS integer) AS done
      FROM token_scan.scans s
      JOIN token_scan.items i ON i.scan_id = s.id
      WHERE s.id = :id
        AND s.tenant = :tenant
        AND (CAST(:orderedBy AS text) IS NULL OR s.ordered_by = :orderedBy)
      GROUP BY s.id, s.created_at
      """;

  String ITEMS_AFTER =
      """
      SELECT scan_id, position, address, chain, state, attempts, CAST(results AS text) AS results
      FROM token_scan.items
      WHERE scan_id = :scan AND position > :after
      ORDER BY position
      LIMIT :limit
      """;

  String CLAIM_DUE =
      """
      WITH due AS (
        SELECT scan_id, position
        FROM token_scan.items
        WHERE state = 'PENDING' AND due_at <= now()
        ORDER BY due_at
        LIMIT :limit
        FOR UPDATE SKIP LOCKED),
      claimed AS (
        UPDATE token_scan.items AS i
        SET due_at = now() + interval '2 hours'
        FROM due
        WHERE i.scan_id = due.scan_id AND i.position = due.position
        RETURNING i.scan_id, i.position, i.address, i.chain, i.state, i.attempts)
      SELECT scan_id, position, address, chain, state, attempts, CAST(NULL AS text) AS results
      FROM claimed
      """;

  String DELETE_OLD =
      """
      DELETE FROM token_scan.scans
      WHERE id IN (
        SELECT id
        FROM token_scan.scans
        WHERE created_at < now() - interval '30 days'
        LIMIT :limit)
      """;

  @Query(INSERT_SCAN)
  int insertScan(UUID id, String tenant, String orderedBy);

  /** The sweep queues what is not told to be on the queue within a minute. */
  @Query(INSERT_ITEMS)
  int insertItems(UUID scan, String items);

  /** A message that is not back after two hours counts as lost: twice is as good as once. */
  @Query(AWAIT_ALL)
  int awaitAll(UUID scan);

  @Query(FIND)
  Optional<ScanItemRow> find(UUID scan, int position);

  /** Each time two minutes longer. */
  @Query(POSTPONE)
  int postpone(UUID scan, int position);

  @Query(FINISH)
  int finish(UUID scan, int position, String results);

  @Query(PROGRESS)
  Optional<ScanRow> progress(UUID id, String tenant, @Nullable String orderedBy);

  @Query(ITEMS_AFTER)
  List<ScanItemRow> itemsAfter(UUID scan, int after, int limit);

  @Query(CLAIM_DUE)
  List<ScanItemRow> claimDue(int limit);

  /** Scans are kept for thirty days. */
  @Query(DELETE_OLD)
  int deleteOld(int limit);
}
