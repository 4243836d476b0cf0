package gantry.postgres;

import gantry.resilience.BreakerOpenException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a failed statement means for whoever decides on a retry, a breaker or an answer; the one
 * place that knows states (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
public enum DatabaseFailure {
  /** No connection, or it was lost before the commit was sent: nothing has happened. */
  UNREACHABLE,
  /**
   * The commit was sent and nobody knows what became of it: look for the key, never just repeat.
   */
  UNKNOWN,
  /** A standby, a retired primary or one of an older epoch: nothing has happened. */
  WRONG_ROLE,
  /** Too many connections, no space, or just starting: nothing has happened. */
  OVERLOADED,
  /** A statement waited or worked too long: nothing has happened. */
  TOO_SLOW,
  /** Lost a race with another transaction; the same work again may win. */
  SERIALIZATION,
  /** The database kept an invariant. */
  CONSTRAINT,
  /** A value that the database does not take. */
  INVALID_VALUE,
  /** A defect of ours. */
  DEFECT;

  /** The standard's own state for it: transaction resolution unknown. */
  static final String RESOLUTION_UNKNOWN = "08007";

  static final String READ_ONLY = "25006";
  static final String CANCELED = "57014";
  static final String UNABLE_TO_CONNECT = "08001";

  private static final Set<String> UNREACHABLE_STATES =
      Set.of(
          "57P01", // shut down by the administrator
          "57P02", // crashed
          "57P05", // closed while idle
          "25P03", // closed while idle in a transaction
          "25P04", // closed when its transaction took too long
          "28P01", // the password is being rotated
          "28000", "3D000"); // not restored yet

  /** Starting up, or not taking connections for now. */
  private static final String NOT_YET = "57P03";

  private static final Set<String> TOO_SLOW_STATES =
      Set.of(
          "55P03", // lock timeout
          CANCELED); // statement timeout

  private static final Set<String> SERIALIZATION_STATES = Set.of("40001", "40P01");

  private static final int LONGEST_CHAIN = 20;

  /** Empty when no database took part. */
  public static Optional<DatabaseFailure> of(Throwable thrown) {
    return causes(thrown).flatMap(cause -> judge(cause).stream()).findFirst();
  }

  /** Nobody's fault but the moment's: the same work is right later, known by its key. */
  public boolean passes() {
    return switch (this) {
      case UNREACHABLE, UNKNOWN, WRONG_ROLE, OVERLOADED, TOO_SLOW, SERIALIZATION -> true;
      case CONSTRAINT, INVALID_VALUE, DEFECT -> false;
    };
  }

  /** There is no primary to talk to at the moment; whatever comes next would wait in vain. */
  public boolean isAway() {
    return this == UNREACHABLE || this == UNKNOWN || this == WRONG_ROLE || this == OVERLOADED;
  }

  /** What a breaker counts; neither a refusal nor one slow statement is an outage. */
  static boolean isOutage(Throwable thrown) {
    return of(thrown).filter(DatabaseFailure::isAway).isPresent();
  }

  /**
   * Nothing has happened, the failure came at once, and another attempt may well succeed. A wait
   * that was in vain is none of these: the next one would be too.
   */
  static boolean isWorthAnotherTry(Throwable thrown) {
    return switch (of(thrown).orElse(DEFECT)) {
      case SERIALIZATION, WRONG_ROLE -> true;
      case UNREACHABLE -> causes(thrown).noneMatch(DatabaseFailure::isAWaitInVain);
      case UNKNOWN, OVERLOADED, TOO_SLOW, CONSTRAINT, INVALID_VALUE, DEFECT -> false;
    };
  }

  private static Optional<DatabaseFailure> judge(Throwable cause) {
    return switch (cause) {
      case SQLException sql -> Optional.of(classify(sql));
      case BreakerOpenException open when open.breaker().equals(DatabaseBreaker.NAME) ->
          Optional.of(UNREACHABLE);
      default -> Optional.empty();
    };
  }

  static DatabaseFailure classify(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (e instanceof SQLTransientConnectionException
        && e.getCause() instanceof SQLException cause) {
      return classify(cause) == OVERLOADED ? OVERLOADED : UNREACHABLE;
    }
    if (state.equals(RESOLUTION_UNKNOWN)) {
      return UNKNOWN;
    }
    if (state.equals(READ_ONLY)) {
      return WRONG_ROLE;
    }
    // Without a state it is no server's answer: the pool says that a connection was closed.
    if (state.isEmpty() || state.startsWith("08") || UNREACHABLE_STATES.contains(state)) {
      return UNREACHABLE;
    }
    return answered(state);
  }

  private static DatabaseFailure answered(String state) {
    if (state.startsWith("53") || state.equals(NOT_YET)) {
      return OVERLOADED;
    }
    if (TOO_SLOW_STATES.contains(state)) {
      return TOO_SLOW;
    }
    if (SERIALIZATION_STATES.contains(state)) {
      return SERIALIZATION;
    }
    return switch (state.substring(0, 2)) {
      case "22" -> INVALID_VALUE;
      case "23" -> CONSTRAINT;
      default -> DEFECT;
    };
  }

  private static boolean isAWaitInVain(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        || cause instanceof SocketTimeoutException
        || cause instanceof BreakerOpenException;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN);
  }
}
