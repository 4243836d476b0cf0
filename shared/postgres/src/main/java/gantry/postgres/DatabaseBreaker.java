package gantry.postgres;

import gantry.resilience.Breaker;
import gantry.resilience.BreakerConfig;
import gantry.resilience.Breakers;
import gantry.resilience.Permit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Turns calls away while the database is known to be gone, so that nobody waits in vain and a
 * server that comes back meets a few probes and not everybody. What it refuses is an answer.
 */
@Singleton
final class DatabaseBreaker {
  static final String NAME = "postgres";

  private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

  private final Breaker breaker;

  DatabaseBreaker(Breakers breakers) {
    breaker = breakers.breaker(NAME, BreakerConfig.DEFAULT);
  }

  /** One call for the breaker, however many connections and attempts it takes. */
  <T> T call(Supplier<T> work) {
    return INSIDE.isBound()
        ? work.get()
        : breaker.call(
            () -> ScopedValue.where(INSIDE, true).call(work::get), DatabaseFailure::isOutage);
  }

  /** For a statement outside such a call; a connection was answered for, or it is a new one. */
  Connection connection(Primary primary) throws SQLException {
    if (INSIDE.isBound()) {
      return primary.connection();
    }
    try (var permit = breaker.acquire()) {
      return probed(primary, permit);
    }
  }

  private static Connection probed(Primary primary, Permit permit) throws SQLException {
    try {
      var connection = primary.connection();
      permit.succeeded();
      return connection;
    } catch (SQLException e) {
      if (DatabaseFailure.isOutage(e)) {
        permit.failed();
      }
      throw e;
    }
  }
}
