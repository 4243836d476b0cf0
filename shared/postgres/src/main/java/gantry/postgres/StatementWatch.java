package gantry.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/**
 * Asks the server to cancel what still runs at the end of its time. The driver's own query timeout
 * does so too, but then waits for a server that does not answer. As the request may come too late
 * and hit whatever the connection does next, such a connection is not used again.
 */
final class StatementWatch implements AutoCloseable {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("statement-watch").factory());

  private final PgConnection connection;
  private final Future<?> cancellation;

  StatementWatch(PgConnection connection, Duration limit) {
    this.connection = connection;
    this.cancellation =
        TIMER.schedule(
            () -> Thread.ofVirtual().start(() -> cancel(connection)),
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws SQLException {
    if (!cancellation.cancel(false)) {
      connection.abort(Runnable::run);
    }
  }

  private static void cancel(PGConnection connection) {
    try {
      connection.cancelQuery();
    } catch (SQLException alreadyGone) {
      // Then there is nothing left to cancel.
    }
  }
}
