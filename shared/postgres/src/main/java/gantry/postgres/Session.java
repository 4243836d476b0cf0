package gantry.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * One connection to a server as everything above the driver sees it: each statement ends in time
 * and is measured, each commit is guarded, also that of a single statement outside a transaction.
 */
final class Session implements InvocationHandler {
  private final PgConnection connection;
  private final Commit commit;
  private final SessionLimits limits;
  private final SlowQueries slowQueries;

  Session(PgConnection connection, Commit commit, SlowQueries slowQueries) throws SQLException {
    this.connection = connection;
    this.commit = commit;
    this.slowQueries = slowQueries;
    this.limits = new SessionLimits(connection);
  }

  Connection asConnection() {
    return proxy(Connection.class, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "commit" -> {
        commit.run(limits);
        return null;
      }
      case "setAutoCommit" -> commitBeforeTheDriverWould(arguments);
      default -> {}
    }
    var result = call(connection, method, arguments);
    return result instanceof Statement statement ? guarded(statement, method, arguments) : result;
  }

  private void commitBeforeTheDriverWould(Object @Nullable [] arguments) throws SQLException {
    if (arguments != null
        && Boolean.TRUE.equals(arguments[0])
        && connection.getTransactionState() != TransactionState.IDLE) {
      commit.run(limits);
    }
  }

  private Statement guarded(Statement statement, Method method, Object @Nullable [] arguments) {
    var sql = arguments != null && arguments[0] instanceof String text ? text : "";
    var handler = new SessionStatement(this, statement, sql);
    return (Statement) proxy(method.getReturnType(), handler);
  }

  /** Runs one call of the driver that sends a statement. */
  @Nullable Object execute(String sql, DriverCall call) throws Throwable {
    var start = System.nanoTime();
    try (var _ = limits.watch()) {
      return connection.getAutoCommit() && !SqlText.isRead(sql) ? alone(call) : call.run();
    } finally {
      slowQueries.ran(sql, System.nanoTime() - start);
    }
  }

  /** A statement that changes something outside any transaction gets one of its own. */
  private @Nullable Object alone(DriverCall call) throws Throwable {
    connection.setAutoCommit(false);
    try {
      var result = call.run();
      commit.run(limits);
      return result;
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    } finally {
      backToAutoCommit();
    }
  }

  private void rollBack(Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private void backToAutoCommit() throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
    }
  }

  /** One call of the driver. */
  @FunctionalInterface
  interface DriverCall {
    @Nullable Object run() throws Throwable;
  }

  static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
