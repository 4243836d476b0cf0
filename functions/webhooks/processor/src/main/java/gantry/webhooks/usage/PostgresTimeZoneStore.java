package gantry.webhooks.usage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Where users live who do not live by UTC. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresTimeZoneStore extends GenericRepository<UserTimeZone, String> {
  String FIND =
      """
      SELECT tenant, user_id, zone
      FROM webhooks.time_zones
      WHERE tenant = :tenant AND user_id = :user
      """;

  String PUT =
      """
      INSERT INTO webhooks.time_zones (tenant, user_id, zone)
      VALUES (:tenant, :userId, :zone)
      ON CONFLICT (tenant, user_id) DO UPDATE SET zone = EXCLUDED.zone
      """;

  @Query(FIND)
  Optional<UserTimeZone> find(String tenant, String user);

  /** The argument must not be called like one of its columns: it would be bound in its place. */
  @Query(PUT)
  int put(UserTimeZone moved);
}
