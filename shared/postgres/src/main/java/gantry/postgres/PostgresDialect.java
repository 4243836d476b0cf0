package gantry.postgres;

import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.data.model.query.builder.sql.Dialect;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What Micronaut Data would otherwise read from {@code datasources.default}. */
@Singleton
@Named("default")
final class PostgresDialect extends DataJdbcConfiguration {
  PostgresDialect() {
    super("default");
    setDialect(Dialect.POSTGRES);
  }
}
