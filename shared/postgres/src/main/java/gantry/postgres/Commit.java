package gantry.postgres;

import gantry.lambda.Deadline;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * Commits only in time and only on the primary. Its statements travel in one flush with the COMMIT
 * and cost no round trip; when one of them fails, the server skips the rest. So a commit that lay
 * unread before a hanging server has no effect when that server wakes up.
 */
final class Commit {
  private static final String IN_TIME =
      """
      SELECT 1 / CAST(clock_timestamp() < to_timestamp(?) AS integer);
      COMMIT
      """;

  private static final String ON_THE_PRIMARY_IN_TIME =
      """
      SELECT cluster.fence(?);
      SELECT 1 / CAST(clock_timestamp() < to_timestamp(?) AS integer);
      COMMIT
      """;

  private static final String DIVISION_BY_ZERO = "22012";

  /** The states of "canceling wait for synchronous replication", a mere warning. */
  private static final Set<String> NOT_REPLICATED = Set.of("01000", "57P01");

  /** When nobody waits, the server need not hurry either. */
  private static final double NEVER = 32_503_680_000.0;

  private final PgConnection connection;
  private final ServerClock clock;
  private final @Nullable Epochs epochs;
  private @Nullable PreparedStatement statement;

  /** Without epochs there is one address only, and whoever stands behind it. */
  Commit(PgConnection connection, ServerClock clock, @Nullable Epochs epochs) {
    this.connection = connection;
    this.clock = clock;
    this.epochs = epochs;
  }

  void run(SessionLimits limits) throws SQLException {
    if (connection.getTransactionState() != TransactionState.OPEN || connection.isReadOnly()) {
      connection.commit();
      return;
    }
    var commit = prepared();
    try (var _ = limits.watch()) {
      commit(commit);
      if (isUnreplicated(commit.getWarnings())) {
        throw unknown(commit.getWarnings());
      }
    } catch (SQLException e) {
      throw isAnswer(e) ? refused(e) : unknown(e);
    }
  }

  private void commit(PreparedStatement commit) throws SQLException {
    var end = Deadline.left().map(clock::secondsIn).orElse(NEVER);
    if (epochs == null) {
      commit.setDouble(1, end);
      commit.execute();
      return;
    }
    commit.setLong(1, epochs.newest());
    commit.setDouble(2, end);
    commit.execute();
    try (var standing = commit.getResultSet()) {
      standing.next();
      epochs.heard(standing.getLong(1));
    }
  }

  private PreparedStatement prepared() throws SQLException {
    if (statement == null) {
      statement = connection.prepareStatement(epochs == null ? IN_TIME : ON_THE_PRIMARY_IN_TIME);
    }
    statement.clearWarnings();
    return statement;
  }

  /** An error that the server answered, other than its farewell, means that it did not commit. */
  private static boolean isAnswer(SQLException e) {
    var state = e.getSQLState();
    return state != null
        && !state.startsWith("08")
        && !state.startsWith("57P")
        && !state.startsWith("XX");
  }

  private SQLException refused(SQLException e) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      e.addSuppressed(alsoFailed);
    }
    return DIVISION_BY_ZERO.equals(e.getSQLState())
        ? new SQLException("The time was over before the commit", DatabaseFailure.CANCELED, e)
        : e;
  }

  private static SQLException unknown(@Nullable SQLException e) {
    return new SQLException(
        "Nobody knows whether it was committed", DatabaseFailure.RESOLUTION_UNKNOWN, e);
  }

  private static boolean isUnreplicated(@Nullable SQLWarning first) {
    for (var warning = first; warning != null; warning = warning.getNextWarning()) {
      if (NOT_REPLICATED.contains(warning.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
