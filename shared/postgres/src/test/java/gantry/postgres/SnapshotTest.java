package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final String url = PostgresServer.shared().newDatabase();
  private final ApplicationContext context = TestContext.start(url, Map.of());
  private final ApplicationContext observer = TestContext.start(url, Map.of());

  @AfterEach
  void close() {
    context.close();
    observer.close();
  }

  @Test
  void noConnectionIsLeftForTheSnapshotAndTheNextQueryMakesOne() throws SQLException {
    var before = session();
    assertThat(serves(before)).isTrue();

    context.getBean(Primary.class).letGo();

    Eventually.within(SOON, () -> assertThat(serves(before)).isFalse());
    assertThat(serves(session())).isTrue();
  }

  @Test
  void lettingGoOfNothingDoesNoHarm() throws SQLException {
    context.getBean(Primary.class).letGo();
    context.getBean(Replicas.class).letGo();

    assertThat(serves(session())).isTrue();
  }

  private int session() throws SQLException {
    return number(context, "SELECT pg_backend_pid()");
  }

  private boolean serves(int session) {
    var count = "SELECT count(*) FROM pg_stat_activity WHERE pid = " + session;
    try {
      return number(observer, count) == 1;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static int number(ApplicationContext context, String sql) throws SQLException {
    try (var connection = context.getBean(Primary.class).connection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
