package gantry.postgres;

import gantry.lambda.Deadline;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * Gives each statement what is left of the deadline: at its end the server is asked to cancel, and
 * a little later, when not even that is answered, the connection is dropped.
 */
final class SessionLimits {
  /** The session's own statement_timeout, besides which nobody need watch. */
  private static final Duration STATEMENT = Duration.ofSeconds(4);

  /** For the cancelled statement to answer. */
  private static final Duration GRACE = Duration.ofMillis(150);

  private final PgConnection connection;

  /** What the address says about the driver's own limit is the most that a read may take. */
  private final int longestRead;

  SessionLimits(PgConnection connection) throws SQLException {
    this.connection = connection;
    this.longestRead = connection.getNetworkTimeout();
  }

  /** Null when the server's own limit is enough; throws, before anything is sent, without time. */
  @Nullable StatementWatch watch() throws SQLException {
    var left = Deadline.left().orElse(Duration.ofHours(1));
    if (left.isZero()) {
      throw new SQLException("No time is left for a statement", DatabaseFailure.CANCELED);
    }
    connection.setNetworkTimeout(Runnable::run, read(left));
    return left.compareTo(STATEMENT) < 0 ? new StatementWatch(connection, left) : null;
  }

  private int read(Duration left) {
    var millis = (int) left.plus(GRACE).toMillis();
    return longestRead == 0 ? millis : Math.min(longestRead, millis);
  }
}
