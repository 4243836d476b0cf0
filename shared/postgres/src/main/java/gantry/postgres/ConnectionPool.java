package gantry.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gantry.secrets.Secrets;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The function's connections. All waits together stay below the 10 seconds of a queue function: a
 * database that hangs must fail the message, not time out the function.
 */
@Singleton
final class ConnectionPool {
  private static final Duration POOL_WAIT = Duration.ofMillis(2500);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SOCKET = Duration.ofSeconds(5);
  private static final Duration KEEPALIVE = Duration.ofMinutes(1);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** In SQL and not in the start-up packet, which proxies refuse. */
  private static final String SESSION =
      """
      SET synchronous_commit = on;
      SET statement_timeout = '4s';
      SET lock_timeout = '2s';
      SET idle_in_transaction_session_timeout = '15s'
      """;

  private final HikariDataSource connections;

  ConnectionPool(DatabaseConfig database, PoolConfig size, Secrets secrets) {
    var config = new HikariConfig();
    config.setDataSource(driver(database, secrets));
    config.setConnectionInitSql(SESSION);
    config.setMaximumPoolSize(size.connections());
    config.setConnectionTimeout(POOL_WAIT.toMillis());
    config.setValidationTimeout(CONNECT.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setIdleTimeout(IDLE.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    // No connection before the first query: a function's init must not depend on the database.
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    connections = new HikariDataSource(config);
  }

  DataSource connections() {
    return connections;
  }

  @PreDestroy
  void close() {
    connections.close();
  }

  private static DataSource driver(DatabaseConfig database, Secrets secrets) {
    var driver = new SecretDataSource(secrets);
    driver.setApplicationName("gantry");
    driver.setConnectTimeout((int) CONNECT.toSeconds());
    driver.setSocketTimeout((int) SOCKET.toSeconds());
    driver.setTcpKeepAlive(true);
    // Plans are made for the values at hand, and a proxy need not pin the session.
    driver.setPrepareThreshold(0);
    driver.setUser(database.user());
    // Last: what the address says wins.
    driver.setUrl(database.requiredUrl());
    return driver;
  }
}
