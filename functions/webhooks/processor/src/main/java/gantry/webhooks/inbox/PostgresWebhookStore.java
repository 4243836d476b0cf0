package gantry.webhooks.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events and the messages that brought them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresWebhookStore extends GenericRepository<NewEvent, UUID> {
  /** It says PARKED only until the same transaction decides. */
  String INSERT_IF_NEW =
      """
      INSERT INTO webhooks.events
        (id, provider, mode, identity, type, resource_type, resource, message_group, body, sha256,
         headers, state, request_id, provider_time, received_at, verified_at, queued_at, stored_at,
         decided_at)
      VALUES
        (:id, :provider, :mode, :identity, :type, :resourceType, :resource, :messageGroup, :body,
         :sha256, CAST(:headers AS jsonb), 'PARKED', :requestId, :providerTime, :receivedAt,
         :verifiedAt, :queuedAt, :storedAt, :storedAt)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  String LOCK_BY_DELIVERY =
      """
      SELECT e.id, e.provider, e.mode, e.type, e.body, e.sha256, e.received_at, e.state, e.attempts,
             e.next_attempt_at, e.dead_lettered_at
      FROM webhooks.events e
      JOIN webhooks.deliveries d ON d.event = e.id
      WHERE d.id = :delivery
      FOR UPDATE OF e
      """;

  String LOCK_BY_IDENTITY =
      """
      SELECT id, provider, mode, type, body, sha256, received_at, state, attempts,
             next_attempt_at, dead_lettered_at
      FROM webhooks.events
      WHERE provider = :provider AND mode = :mode AND identity = :identity
      FOR UPDATE
      """;

  String LOCK_BY_ID =
      """
      SELECT id, provider, mode, type, body, sha256, received_at, state, attempts,
             next_attempt_at, dead_lettered_at
      FROM webhooks.events
      WHERE id = :id
      FOR UPDATE
      """;

  String RECORD_DELIVERY =
      """
      INSERT INTO webhooks.deliveries (id, event, at)
      VALUES (:delivery, :event, :at)
      ON CONFLICT DO NOTHING
      """;

  String COUNT_DUPLICATE =
      """
      UPDATE webhooks.events
      SET duplicates = duplicates + 1, last_duplicate_at = :at
      WHERE id = :event
      """;

  String RAISE_SIGNAL =
      """
      INSERT INTO webhooks.signals (event, kind, at)
      VALUES (:event, :kind, :at)
      ON CONFLICT DO NOTHING
      """;

  /** Null when the event is known already; with a row as its argument, no count is answered. */
  @Query(INSERT_IF_NEW)
  @Nullable UUID insertIfNew(NewEvent event);

  @Query(LOCK_BY_DELIVERY)
  Optional<StoredEvent> lockByDelivery(UUID delivery);

  @Query(LOCK_BY_IDENTITY)
  Optional<StoredEvent> lockByIdentity(String provider, String mode, String identity);

  @Query(LOCK_BY_ID)
  Optional<StoredEvent> lockById(UUID id);

  @Query(RECORD_DELIVERY)
  int recordDelivery(UUID delivery, UUID event, Instant at);

  @Query(COUNT_DUPLICATE)
  int countDuplicate(UUID event, Instant at);

  @Query(RAISE_SIGNAL)
  int raiseSignal(UUID event, String kind, Instant at);
}
