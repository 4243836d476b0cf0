package gantry.webhooks.overview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The newest events about one subscription. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresToldItemStore extends GenericRepository<ToldItem, UUID> {
  String NEWEST_FIRST =
      """
      SELECT id, type, state, reason, provider_time, received_at
      FROM webhooks.events
      WHERE provider = :provider AND mode = :mode
        AND resource_type IN ('subscriptions', 'subscription') AND resource = :subscription
      ORDER BY received_at DESC, id DESC
      LIMIT :limit
      """;

  @Query(NEWEST_FIRST)
  List<ToldItem> newestFirst(String provider, String mode, String subscription, int limit);
}
