package gantry.postgres;

import gantry.secrets.Secrets;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** The one data source, under the name that Micronaut Data looks for. */
@Factory
final class DatabaseFactory {
  @Singleton
  @Named("default")
  DataSource dataSource(ConnectionPool pool) {
    return pool.connections();
  }

  @Singleton
  Secrets secrets(Clock clock) {
    return Secrets.ofEnvironment(clock);
  }
}
