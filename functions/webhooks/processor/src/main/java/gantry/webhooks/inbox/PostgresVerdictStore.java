package gantry.webhooks.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was decided about events. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PostgresVerdictStore extends GenericRepository<Verdict, UUID> {
  String DECIDE =
      """
      UPDATE webhooks.events
      SET state = :state, reason = :reason, error = :error, attempts = :attempts,
          next_attempt_at = :nextAttemptAt, decided_at = :decidedAt, dead_lettered_at = NULL
      WHERE id = :event
      """;

  String FIND_FAILED =
      """
      SELECT id, provider, mode, CAST(headers AS text) AS headers, body, request_id, received_at,
             verified_at, queued_at, reason, decided_at
      FROM webhooks.events
      WHERE id = :event AND state = 'FAILED'
      """;

  String MARK_DEAD_LETTERED =
      """
      UPDATE webhooks.events
      SET dead_lettered_at = :at
      WHERE id = :event AND state = 'FAILED'
      """;

  @Query(DECIDE)
  int decide(Verdict verdict);

  @Query(FIND_FAILED)
  Optional<FailedEvent> findFailed(UUID event);

  @Query(MARK_DEAD_LETTERED)
  int markDeadLettered(UUID event, Instant at);
}
