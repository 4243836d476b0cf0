package gantry.webhooks.events;

import gantry.postgres.TimeCursor;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stored events as the operator sees them. Statements are planned for the values at hand, so a
 * filter that is null costs nothing and each other one finds its index.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresEventStore extends GenericRepository<EventItem, UUID> {
  String NEWEST_FIRST =
      """
      SELECT id, provider, mode, type, resource_type, resource, state, provider_time, received_at,
             sha256, attempts, duplicates, last_duplicate_at, reason
      FROM webhooks.events
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
        AND (CAST(:state AS text) IS NULL OR state = :state)
        AND (CAST(:type AS text) IS NULL OR type = :type)
        AND (CAST(:resource AS text) IS NULL OR resource = :resource)
        AND received_at >= :from
        AND received_at < :to
        AND (received_at, id) < (:beforeTime, :beforeId)
      ORDER BY received_at DESC, id DESC
      LIMIT :limit
      """;

  String OLDEST_FIRST =
      """
      SELECT id, state, message_group, received_at, body_retired_at
      FROM webhooks.events
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
        AND (CAST(:state AS text) IS NULL OR state = :state)
        AND (CAST(:type AS text) IS NULL OR type = :type)
        AND (CAST(:resource AS text) IS NULL OR resource = :resource)
        AND received_at >= :from
        AND received_at < :to
        AND (received_at, id) > (:afterTime, :afterId)
      ORDER BY received_at, id
      LIMIT :limit
      """;

  String FIND =
      """
      SELECT id, provider, mode, type, resource_type, resource, state, provider_time, received_at,
             sha256, attempts, duplicates, last_duplicate_at, reason
      FROM webhooks.events
      WHERE id = :id
      """;

  String FIND_ROW =
      """
      SELECT id, error, next_attempt_at, request_id, CAST(headers AS text) AS headers, verified_at,
             queued_at, stored_at, decided_at, body_retired_at
      FROM webhooks.events
      WHERE id = :id
      """;

  String FIND_BODY =
      """
      SELECT id, body, body_retired_at
      FROM webhooks.events
      WHERE id = :id
      """;

  String FIND_CANDIDATE =
      """
      SELECT id, state, message_group, received_at, body_retired_at
      FROM webhooks.events
      WHERE id = :id
      """;

  String SIGNALS =
      """
      SELECT kind, at
      FROM webhooks.signals
      WHERE event = :event
      ORDER BY at, kind
      """;

  @Query(NEWEST_FIRST)
  List<EventItem> newestFirst(
      @Nullable String provider,
      @Nullable String state,
      @Nullable String type,
      @Nullable String resource,
      Instant from,
      Instant to,
      Instant beforeTime,
      UUID beforeId,
      int limit);

  @Query(OLDEST_FIRST)
  List<Candidate> oldestFirst(
      @Nullable String provider,
      @Nullable String state,
      @Nullable String type,
      @Nullable String resource,
      Instant from,
      Instant to,
      Instant afterTime,
      UUID afterId,
      int limit);

  default List<EventItem> newestFirst(EventFilter filter, TimeCursor before, int limit) {
    return newestFirst(
        filter.provider(),
        filter.state(),
        filter.type(),
        filter.resource(),
        filter.from(),
        filter.to(),
        before.at(),
        before.id(),
        limit);
  }

  default List<Candidate> oldestFirst(EventFilter filter, TimeCursor after, int limit) {
    return oldestFirst(
        filter.provider(),
        filter.state(),
        filter.type(),
        filter.resource(),
        filter.from(),
        filter.to(),
        after.at(),
        after.id(),
        limit);
  }

  @Query(FIND)
  Optional<EventItem> find(UUID id);

  @Query(FIND_ROW)
  Optional<EventRow> findRow(UUID id);

  @Query(FIND_BODY)
  Optional<EventBody> findBody(UUID id);

  @Query(FIND_CANDIDATE)
  Optional<Candidate> findCandidate(UUID id);

  @Query(SIGNALS)
  List<EventSignal> signals(UUID event);
}
