package gantry.postgres;

import gantry.secrets.Secrets;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/** Opens connections to a named server: durable, bounded and, among several servers, fenced. */
@Singleton
final class SessionFactory {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LOGIN = Duration.ofSeconds(3);
  private static final Duration SOCKET = Duration.ofSeconds(5);

  /** In SQL and not in the start-up packet, which proxies refuse. */
  private static final String SETTINGS =
      """
      SET synchronous_commit = on;
      SET statement_timeout = '4s';
      SET lock_timeout = '2s';
      SET idle_in_transaction_session_timeout = '15s';
      """;

  private static final String READ_CLOCK = SETTINGS + "SELECT clock_timestamp()";

  private static final String READ_STANDING =
      SETTINGS + "SELECT clock_timestamp(), cluster.standing()";

  private static final String READ_ONLY_CLOCK =
      SETTINGS + "SET default_transaction_read_only = on; SELECT clock_timestamp()";

  private final DatabaseConfig config;
  private final Secrets secrets;
  private final SlowQueries slowQueries;

  SessionFactory(DatabaseConfig config, Secrets secrets, SlowQueries slowQueries) {
    this.config = config;
    this.secrets = secrets;
    this.slowQueries = slowQueries;
  }

  /** A connection, and the epoch of a server that was asked for it. */
  record Opened(Connection connection, long epoch) {}

  /** To whatever stands behind the one address there is. */
  Connection open(String url) throws SQLException {
    return open(url, READ_CLOCK, null).connection();
  }

  /** For reading only, on whatever server it is. */
  Connection openForReading(String url) throws SQLException {
    return open(url, READ_ONLY_CLOCK, null).connection();
  }

  /** Refuses a server that is not the primary of the newest epoch we have heard of. */
  Opened openPrimary(String url, Epochs epochs) throws SQLException {
    return open(url, READ_STANDING, epochs);
  }

  private Opened open(String url, String first, @Nullable Epochs epochs) throws SQLException {
    var connection = driver(url).getConnection().unwrap(PgConnection.class);
    try (var statement = connection.createStatement();
        var row = lastRow(statement, first)) {
      var clock = ServerClock.reading(row.getObject(1, OffsetDateTime.class).toInstant());
      var epoch = epochs == null ? 0 : accepted(row.getLong(2), epochs);
      var commit = new Commit(connection, clock, epochs);
      return new Opened(new Session(connection, commit, slowQueries).asConnection(), epoch);
    } catch (SQLException | RuntimeException e) {
      close(connection, e);
      throw e;
    }
  }

  private static ResultSet lastRow(Statement statement, String sql) throws SQLException {
    var isResult = statement.execute(sql);
    while (!isResult) {
      isResult = statement.getMoreResults();
    }
    var row = statement.getResultSet();
    row.next();
    return row;
  }

  private static long accepted(long standing, Epochs epochs) throws SQLException {
    if (standing == 0 || standing < epochs.newest()) {
      throw new SQLException(
          "It stands in epoch %d and not in %d".formatted(standing, epochs.newest()),
          DatabaseFailure.READ_ONLY);
    }
    epochs.heard(standing);
    return standing;
  }

  private static void close(Connection connection, Exception why) {
    try {
      connection.close();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private SecretDataSource driver(String url) {
    var driver = new SecretDataSource(secrets);
    driver.setApplicationName("gantry");
    driver.setConnectTimeout((int) CONNECT.toSeconds());
    driver.setLoginTimeout((int) LOGIN.toSeconds());
    driver.setSocketTimeout((int) SOCKET.toSeconds());
    driver.setCancelSignalTimeout((int) CONNECT.toSeconds());
    driver.setTcpKeepAlive(true);
    // The detail of a violation holds the row's values, and what fails is logged.
    driver.setLogServerErrorDetail(false);
    // Plans are made for the values at hand.
    driver.setPrepareThreshold(0);
    driver.setUser(config.user());
    // Last: what the address says wins.
    driver.setUrl(url);
    return driver;
  }
}
