package gantry.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement whose every execution goes through its session. */
final class SessionStatement implements InvocationHandler {
  private final Session session;
  private final Statement statement;
  private final String prepared;

  SessionStatement(Session session, Statement statement, String prepared) {
    this.session = session;
    this.statement = statement;
    this.prepared = prepared;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (!method.getName().startsWith("execute")) {
      return Session.call(statement, method, arguments);
    }
    var sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
    return session.execute(sql, () -> Session.call(statement, method, arguments));
  }
}
