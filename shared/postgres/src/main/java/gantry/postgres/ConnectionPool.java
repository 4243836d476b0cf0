package gantry.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections that are kept. All waits together stay below the 10 seconds of a queue function: a
 * database that hangs must fail the message, not time out the function.
 */
final class ConnectionPool implements AutoCloseable {
  private static final Duration VALIDATION = Duration.ofSeconds(2);
  private static final Duration KEEPALIVE = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final HikariConfig config = new HikariConfig();
  private volatile HikariDataSource connections;

  ConnectionPool(DataSource source, int size, Duration wait, PoolMetrics metrics) {
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(wait.toMillis());
    config.setValidationTimeout(
        VALIDATION.compareTo(wait) < 0 ? VALIDATION.toMillis() : wait.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setIdleTimeout(IDLE.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    config.setExceptionOverride(new Eviction());
    config.setMetricsTrackerFactory((_, _) -> metrics);
    // No connection before the first query: a function's init must not depend on the database.
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    connections = new HikariDataSource(config);
  }

  HikariDataSource connections() {
    return connections;
  }

  /** Closes all and forgets; the server has been told when this returns. */
  void renew() {
    var before = connections;
    connections = new HikariDataSource(config);
    before.close();
  }

  /** Those in use are closed when they come back. */
  void evictAll() {
    connections.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    connections.close();
  }
}
