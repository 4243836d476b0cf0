package gantry.postgres;

import gantry.lambda.HoldsConnections;
import gantry.lambda.Metrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections to servers that follow the primary; made when the first read asks for one. */
@Singleton
final class Replicas implements HoldsConnections {
  private static final int CONNECTIONS = 2;
  private static final Duration WAIT = Duration.ofSeconds(1);

  /**
   * How old it may be, at most: the age of the last commit it has replayed or, while it follows its
   * primary and has replayed all it got, of the primary's last sign of life. The latter needs
   * pg_read_all_stats.
   */
  private static final String STATE =
      """
      SELECT pg_is_in_recovery(),
             CAST(EXTRACT(EPOCH FROM LEAST(
               clock_timestamp() - pg_last_xact_replay_timestamp(),
               (SELECT clock_timestamp() - last_msg_receipt_time
                FROM pg_stat_wal_receiver
                WHERE status = 'streaming'
                  AND pg_last_wal_replay_lsn() >= latest_end_lsn))) AS double precision),
             COALESCE(pg_last_wal_replay_lsn() >= CAST(? AS pg_lsn), true)
      """;

  private final List<ConnectionPool> pools;

  Replicas(DatabaseConfig config, SessionFactory sessions, Metrics metrics) {
    var observed = new PoolMetrics(metrics, "replica");
    var hosts = Hosts.of(config.requiredUrl());
    // From the last on: the first is the primary of good days, and this is none.
    pools =
        hosts.areSeveral()
            ? hosts.urls().reversed().stream().map(url -> pool(sessions, url, observed)).toList()
            : List.of();
  }

  /** A connection to a replica that is new enough; closed by whoever asked. */
  Connection connection(ReplicaRead read) throws SQLException {
    var failure = new SQLException("There is no replica that is new enough", "08001");
    for (var pool : pools) {
      try {
        var connection = pool.connections().getConnection();
        if (isGoodEnough(connection, read)) {
          return connection;
        }
        connection.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  @Override
  public void letGo() {
    pools.forEach(ConnectionPool::renew);
  }

  @PreDestroy
  void close() {
    pools.forEach(ConnectionPool::close);
  }

  private static ConnectionPool pool(SessionFactory sessions, String url, PoolMetrics observed) {
    SessionSource source = () -> sessions.openForReading(url);
    return new ConnectionPool(source, CONNECTIONS, WAIT, observed);
  }

  private static boolean isGoodEnough(Connection connection, ReplicaRead read) throws SQLException {
    try (var statement = connection.prepareStatement(STATE)) {
      set(statement, read.position());
      try (var row = statement.executeQuery()) {
        row.next();
        var age = row.getDouble(2);
        var isKnown = !row.wasNull();
        read.isOf(Duration.ofMillis(Math.round(age * 1000)));
        return row.getBoolean(1)
            && isKnown
            && row.getBoolean(3)
            && read.age().compareTo(read.accepted()) <= 0;
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Position position)
      throws SQLException {
    if (position == null) {
      statement.setNull(1, Types.VARCHAR);
    } else {
      statement.setString(1, position.lsn());
    }
  }
}
