package gantry.postgres;

import gantry.lambda.Deadline;
import gantry.lambda.HoldsConnections;
import gantry.lambda.Metrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The pool of the one server that is written to, whichever of the hosts that is at the moment. */
@Singleton
final class Primary implements HoldsConnections {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(2500);

  /** The wait and the validation of one dead connection. */
  private static final Duration POOLS_WORST = LONGEST_WAIT.plusSeconds(2);

  private final ConnectionPool pool;
  private final @Nullable Lookout lookout;

  Primary(DatabaseConfig config, PoolConfig size, SessionFactory sessions, Metrics metrics) {
    var hosts = Hosts.of(config.requiredUrl());
    var observed = new PoolMetrics(metrics, "primary");
    var wait = wait(config);
    if (hosts.areSeveral() || config.epoch() > 0) {
      var source = new PrimarySource(hosts, sessions, new Epochs(config.epoch()));
      pool = new ConnectionPool(source, size.connections(), wait, observed);
      lookout = new Lookout(source, pool);
    } else {
      SessionSource source = () -> sessions.open(hosts.urls().getFirst());
      pool = new ConnectionPool(source, size.connections(), wait, observed);
      lookout = null;
    }
  }

  /** Nobody waits longer for a connection than for all of the work with it. */
  private static Duration wait(DatabaseConfig config) {
    return config.deadline().compareTo(LONGEST_WAIT) < 0 ? config.deadline() : LONGEST_WAIT;
  }

  Connection connection() throws SQLException {
    if (lookout != null) {
      lookout.lookSometimes();
    }
    var left = Deadline.left().orElse(POOLS_WORST);
    return left.compareTo(POOLS_WORST) < 0 ? within(left) : pool.connections().getConnection();
  }

  /** Looks at all servers at once, and leaves one that is the primary no longer. */
  void look() {
    if (lookout != null) {
      lookout.look();
    }
  }

  /** The server of then need not be the primary any more. */
  @Override
  public void letGo() {
    if (lookout != null) {
      lookout.forget();
    }
    pool.renew();
  }

  ConnectionPool pool() {
    return pool;
  }

  @PreDestroy
  void close() {
    pool.close();
  }

  /** The pool knows only one wait, its own; who has less time does not wait for it to end. */
  private Connection within(Duration left) throws SQLException {
    var connection = new CompletableFuture<Connection>();
    Thread.ofVirtual().start(() -> handOver(connection));
    try {
      return connection.get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      connection.cancel(false);
      throw new SQLTransientConnectionException("No connection in time", "08001", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      connection.cancel(false);
      throw new SQLTransientConnectionException("Interrupted", "08001", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
    }
  }

  private void handOver(CompletableFuture<Connection> waiting) {
    try {
      var connection = pool.connections().getConnection();
      if (!waiting.complete(connection)) {
        connection.close();
      }
    } catch (SQLException | RuntimeException e) {
      waiting.completeExceptionally(e);
    }
  }
}
