package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Events that wait for a plan to name their variant. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresWaitingStore extends GenericRepository<WaitingVariant, UUID> {
  /** What had its effect, when a plan still named the variant, keeps it through a rebuild. */
  String WAIT =
      """
      INSERT INTO webhooks.waiting_variants (event, variant_id)
      SELECT id, :variant
      FROM webhooks.events
      WHERE id = :event AND state NOT IN ('APPLIED', 'STALE')
      ON CONFLICT (event) DO UPDATE
      SET variant_id = EXCLUDED.variant_id
      """;

  String MAPPED =
      """
      SELECT event, variant_id
      FROM webhooks.waiting_variants
      WHERE variant_id IN (:variants)
      ORDER BY event
      LIMIT :limit
      """;

  String FORGET =
      """
      DELETE FROM webhooks.waiting_variants
      WHERE event = :event
      """;

  /** 0 when it need not: it had its effect before. */
  @Query(WAIT)
  int await(UUID event, String variant);

  /** Oldest first: ids begin with their time. */
  @Query(MAPPED)
  List<WaitingVariant> mapped(List<String> variants, int limit);

  @Query(FORGET)
  int forget(UUID event);
}
