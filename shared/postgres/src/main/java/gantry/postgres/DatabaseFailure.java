package gantry.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a failed statement means for whoever decides on a retry; the one place that knows states.
 */
public enum DatabaseFailure {
  /** No connection, or it was lost: the outcome of a commit is then unknown. */
  UNREACHABLE,
  /** Too many connections, or a statement waited too long. */
  OVERLOADED,
  /** Lost a race with another transaction; the same work again may win. */
  SERIALIZATION,
  /** The database kept an invariant. */
  CONSTRAINT,
  /** A defect of ours. */
  DEFECT;

  private static final Set<String> UNREACHABLE_STATES =
      Set.of(
          "57P01", // shut down by the administrator
          "57P02", // crashed
          "57P03", // starting up
          "57P05", // closed while idle
          "25006", // read-only: a standby after a failover
          "25P03", // closed while idle in a transaction
          "28P01", // the password is being rotated
          "28000", "3D000"); // not restored yet

  private static final Set<String> OVERLOADED_STATES =
      Set.of(
          "55P03", // lock timeout
          "57014"); // statement timeout

  private static final Set<String> SERIALIZATION_STATES = Set.of("40001", "40P01");

  /** Empty when no database took part. */
  public static Optional<DatabaseFailure> of(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .map(DatabaseFailure::classify)
        .findFirst();
  }

  /** Nobody's fault but the moment's: the same work is right later. */
  public boolean passes() {
    return switch (this) {
      case UNREACHABLE, OVERLOADED, SERIALIZATION -> true;
      case CONSTRAINT, DEFECT -> false;
    };
  }

  private static DatabaseFailure classify(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (e instanceof SQLTransientConnectionException
        && e.getCause() instanceof SQLException cause) {
      return classify(cause) == OVERLOADED ? OVERLOADED : UNREACHABLE;
    }
    // Without a state it is no server's answer: the pool says that a connection was closed.
    if (state.isEmpty() || state.startsWith("08") || UNREACHABLE_STATES.contains(state)) {
      return UNREACHABLE;
    }
    if (state.startsWith("53") || OVERLOADED_STATES.contains(state)) {
      return OVERLOADED;
    }
    if (SERIALIZATION_STATES.contains(state)) {
      return SERIALIZATION;
    }
    return state.startsWith("23") ? CONSTRAINT : DEFECT;
  }
}
