package gantry.problem;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** A database that is down, starting, stopping, out of connections, too slow or read-only. */
@Singleton
final class UnreachableDatabase implements Unavailability {
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  private static final Pattern STATES = Pattern.compile("08...|53...|57P0.|57014|25006");

  @Override
  public boolean isToldBy(Throwable failure) {
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTimeoutException
        || (failure instanceof SQLException sql && hasSuchState(sql));
  }

  private static boolean hasSuchState(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && STATES.matcher(state).matches();
  }
}
