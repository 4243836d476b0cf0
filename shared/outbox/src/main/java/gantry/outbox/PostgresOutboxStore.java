package gantry.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outbox in PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresOutboxStore extends GenericRepository<OutboxRow, UUID> {
  String ADVANCE =
      """
      INSERT INTO outbox.aggregates AS a (aggregate_type, aggregate, last_sequence)
      VALUES (:aggregateType, :aggregate, 1)
      ON CONFLICT (aggregate_type, aggregate)
      DO UPDATE SET last_sequence = a.last_sequence + 1
      """;

  String INSERT =
      """
      INSERT INTO outbox.events
        (id, stream, aggregate_type, aggregate, sequence, type, payload, occurred_at, request_id)
      SELECT :id, :stream, a.aggregate_type, a.aggregate, a.last_sequence, :type,
             CAST(:payload AS jsonb), CAST(:occurredAt AS timestamptz), :requestId
      FROM outbox.aggregates a
      WHERE a.aggregate_type = :aggregateType AND a.aggregate = :aggregate
      """;

  /**
   * Only heads: what waits behind an unpublished event of its aggregate is not asked for, so one
   * call never carries two of an aggregate and a refused one holds back its successors.
   */
  String LOCK_HEADS =
      """
      SELECT e.id, e.stream, e.aggregate,
             CAST(json_build_object(
               'id', e.id,
               'type', e.type,
               'aggregateType', e.aggregate_type,
               'aggregate', e.aggregate,
               'sequence', e.sequence,
               'occurredAt', to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24\\:MI\\:SS.US"Z"'),
               'requestId', e.request_id,
               'data', e.payload) AS text) AS record
      FROM outbox.events e
      WHERE e.published_at IS NULL
        AND NOT EXISTS (
          SELECT 1
          FROM outbox.events older
          WHERE older.aggregate_type = e.aggregate_type
            AND older.aggregate = e.aggregate
            AND older.sequence < e.sequence
            AND older.published_at IS NULL)
      ORDER BY e.id
      LIMIT :limit
      FOR UPDATE OF e SKIP LOCKED
      """;

  String MARK_PUBLISHED =
      """
      UPDATE outbox.events
      SET published_at = :at
      WHERE id IN (:ids)
      """;

  String LAG_SECONDS =
      """
      SELECT CAST(COALESCE(EXTRACT(EPOCH FROM :now - MIN(occurred_at)), 0) AS double precision)
      FROM outbox.events
      WHERE published_at IS NULL
      """;

  @Query(ADVANCE)
  int advance(String aggregateType, String aggregate);

  @Query(INSERT)
  int insert(OutboxRow row);

  @Query(LOCK_HEADS)
  List<WaitingEvent> lockHeads(int limit);

  @Query(MARK_PUBLISHED)
  int markPublished(Collection<UUID> ids, Instant at);

  @Query(LAG_SECONDS)
  double lagSeconds(Instant now);
}
