package gantry.webhooks.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Events that wait for another one of their resource. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresParkedStore extends GenericRepository<StoredEvent, UUID> {
  String LOCK_CHILDREN =
      """
      SELECT child.id, child.provider, child.mode, child.type, child.body, child.sha256,
             child.received_at, child.state, child.attempts, child.next_attempt_at,
             child.dead_lettered_at
      FROM webhooks.events parent
      JOIN webhooks.events child
        ON child.provider = parent.provider
        AND child.mode = parent.mode
        AND child.resource_type = parent.resource_type
        AND child.resource = parent.resource
      WHERE parent.id = :parent
        AND child.state = 'PARKED'
        AND child.reason = 'unknown-parent'
        AND child.id <> parent.id
      ORDER BY child.provider_time, child.received_at, child.id
      FOR UPDATE OF child
      """;

  String DECIDED =
      """
      SELECT id, provider, mode, type, body, sha256, received_at, state, attempts,
             next_attempt_at, dead_lettered_at
      FROM webhooks.events
      WHERE provider = :provider AND mode = :mode AND resource_type = :type
        AND resource = :resource AND state IN ('APPLIED', 'STALE')
      ORDER BY decided_at, id
      """;

  @Query(DECIDED)
  List<StoredEvent> decided(String provider, String mode, String type, String resource);

  @Query(LOCK_CHILDREN)
  List<StoredEvent> lockChildren(UUID parent);
}
