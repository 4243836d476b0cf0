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
  DataSource dataSource(Primary primary, Replicas replicas, DatabaseBreaker breaker) {
    SessionSource source =
        () ->
            ReplicaRead.CURRENT.isBound()
                ? replicas.connection(ReplicaRead.CURRENT.get())
                : breaker.connection(primary);
    return source;
  }

  @Singleton
  Secrets secrets(Clock clock) {
    return Secrets.ofEnvironment(clock);
  }
}
