package gantry.webhooks.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** The audit of replays. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresReplayStore extends GenericRepository<ReplayAudit, UUID> {
  String INSERT =
      """
      INSERT INTO webhooks.replays
        (id, actor, tenant, reason, filter, dry_run, matched, queued, skipped, request_id, at)
      VALUES
        (:id, :actor, :tenant, :reason, CAST(:filter AS jsonb), :dryRun, :matched, 0, :skipped,
         :requestId, :at)
      """;

  String RECORD_QUEUED =
      """
      UPDATE webhooks.replays
      SET queued = :queued
      WHERE id = :id
      """;

  @Query(INSERT)
  void insert(ReplayAudit audit);

  @Query(RECORD_QUEUED)
  int recordQueued(UUID id, int queued);
}
