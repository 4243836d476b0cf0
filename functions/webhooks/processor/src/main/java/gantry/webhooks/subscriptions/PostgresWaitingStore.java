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
  String WAIT =
      """
      INSERT INTO webhooks.waiting_variants (event, variant_id)
      VALUES (:event, :variant)
      ON CONFLICT DO NOTHING
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

  @Query(WAIT)
  int await(UUID event, String variant);

  /** Oldest first: ids begin with their time. */
  @Query(MAPPED)
  List<WaitingVariant> mapped(List<String> variants, int limit);

  @Query(FORGET)
  int forget(UUID event);
}
