package gantry.alerts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts; each statement is one step of their life, whoever else takes it at the same time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresAlertStore extends GenericRepository<AlertRow, UUID> {
  /**
   * Opens the rule's alert, or reminds of the open one. A notice is due when the rule's last one is
   * older than the cool-down, and never once somebody looks after it.
   */
  String RAISE =
      """
      INSERT INTO alerts.alerts AS open
        (id, rule, severity, state, value, fired_at, noticed_at, pending)
      SELECT CAST(:id AS uuid), :rule, :severity, 'FIRING', CAST(:value AS double precision),
             CAST(:at AS timestamptz),
             CASE WHEN last.at > :coolBefore THEN last.at ELSE :at END,
             CASE WHEN last.at > :coolBefore THEN NULL ELSE 'FIRING' END
      FROM (SELECT max(noticed_at) AS at FROM alerts.alerts WHERE rule = :rule) AS last
      ON CONFLICT (rule) WHERE state = 'FIRING' DO UPDATE
      SET value = EXCLUDED.value,
          pending = CASE WHEN open.acknowledged_at IS NULL AND open.noticed_at <= :coolBefore
                         THEN 'FIRING' ELSE open.pending END,
          noticed_at = CASE WHEN open.acknowledged_at IS NULL AND open.noticed_at <= :coolBefore
                            THEN :at ELSE open.noticed_at END
      """;

  /** A recovery is told to whom the firing was told. */
  String RECOVER =
      """
      UPDATE alerts.alerts
      SET state = 'RECOVERED', recovered_at = :at,
          pending = CASE WHEN noticed_at >= fired_at THEN 'RECOVERED' END
      WHERE rule = :rule AND state = 'FIRING'
      """;

  String ACKNOWLEDGE =
      """
      UPDATE alerts.alerts
      SET acknowledged_at = COALESCE(acknowledged_at, :at),
          acknowledged_by = COALESCE(acknowledged_by, :by)
      WHERE id = :id AND state = 'FIRING'
      """;

  String COLUMNS =
      """
      SELECT id, rule, severity, state, value, fired_at, recovered_at, acknowledged_at,
             acknowledged_by, noticed_at, pending
      FROM alerts.alerts
      """;

  String FIND = COLUMNS + "WHERE id = :id";

  String LOCK = FIND + " FOR UPDATE";

  String PENDING = COLUMNS + "WHERE pending IS NOT NULL ORDER BY fired_at LIMIT 100";

  String SENT = "UPDATE alerts.alerts SET pending = NULL WHERE id = :id AND pending = :pending";

  String LIST =
      COLUMNS
          + """
          WHERE (:state = '' OR state = :state) AND (fired_at, id) < (:at, :id)
          ORDER BY fired_at DESC, id DESC
          LIMIT :size
          """;

  String OUTBOX_LAG_SECONDS =
      """
      SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(occurred_at)), 0)::double precision
      FROM outbox.events
      WHERE published_at IS NULL
      """;

  @Query(RAISE)
  int raise(UUID id, String rule, String severity, double value, Instant at, Instant coolBefore);

  @Query(RECOVER)
  int recover(String rule, Instant at);

  @Query(ACKNOWLEDGE)
  int acknowledge(UUID id, String by, Instant at);

  @Query(FIND)
  Optional<AlertRow> find(UUID id);

  @Query(LOCK)
  Optional<AlertRow> lock(UUID id);

  @Query(PENDING)
  List<AlertRow> pending();

  @Query(SENT)
  int sent(UUID id, @Nullable String pending);

  @Query(LIST)
  List<AlertRow> list(String state, Instant at, UUID id, int size);

  @Query(OUTBOX_LAG_SECONDS)
  double outboxLagSeconds();
}
