package gantry.operations.health;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** What PostgreSQL knows about itself and about what waits in it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresHealthStore extends GenericRepository<ServerState, UUID> {
  String SERVER =
      """
      SELECT pg_is_in_recovery() AS standby,
             (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())
               AS connections,
             current_setting('max_connections')::integer AS max_connections,
             (SELECT EXTRACT(EPOCH FROM max(replay_lag)) FROM pg_stat_replication)
               ::double precision AS replica_lag_seconds
      """;

  String OUTBOX_LAG_SECONDS =
      """
      SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(occurred_at)), 0)::double precision
      FROM outbox.events
      WHERE published_at IS NULL
      """;

  /** By the actor, whose events have an index. */
  String DRIFT_HEALED =
      """
      SELECT count(*)
      FROM audit.events
      WHERE actor = 'reconciler' AND action = 'drift-healed' AND at > :since
      """;

  @Query(SERVER)
  ServerState server();

  @Query(OUTBOX_LAG_SECONDS)
  double outboxLagSeconds();

  @Query(DRIFT_HEALED)
  long driftHealed(Instant since);
}
