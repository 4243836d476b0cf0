package gantry.emergency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The one switch. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresSwitchStore extends GenericRepository<SwitchRow, Long> {
  String READ =
      """
      SELECT version, level, routes, reason, actor, since, until, ends_when_healthy
      FROM emergency.switch
      """;

  String LOCK =
      """
      SELECT version, level, routes, reason, actor, since, until, ends_when_healthy
      FROM emergency.switch
      FOR UPDATE
      """;

  String TURN =
      """
      UPDATE emergency.switch
      SET version = :version, level = :level, routes = :routes, reason = :reason, actor = :actor,
          since = :since, until = :until, ends_when_healthy = :endsWhenHealthy
      """;

  @Query(READ)
  Optional<SwitchRow> read();

  @Query(LOCK)
  Optional<SwitchRow> lock();

  @Query(TURN)
  void turn(SwitchRow row);
}
