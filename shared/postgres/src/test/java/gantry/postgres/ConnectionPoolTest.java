package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionPoolTest {
  private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/nobody";

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @ParameterizedTest
  @CsvSource({
    "synchronous_commit, on",
    "statement_timeout, 4s",
    "lock_timeout, 2s",
    "idle_in_transaction_session_timeout, 15s"
  })
  void everySessionIsDurableAndLimited(String setting, String value) throws SQLException {
    try (var context = TestContext.start(PostgresServer.shared().newDatabase(), Map.of());
        var connection = context.getBean(Primary.class).pool().connections().getConnection();
        var statement = connection.createStatement();
        var shown = statement.executeQuery("SHOW " + setting)) {
      shown.next();
      assertThat(shown.getString(1)).isEqualTo(value);
    }
  }

  @Test
  void noConnectionIsMadeBeforeTheFirstQuery() {
    try (var context = TestContext.start(NOBODY, Map.of())) {
      assertThat(context.getBean(DataSource.class)).isNotNull();
      assertThat(context.getBean(Transactions.class)).isNotNull();
    }
  }

  @Test
  void anUnreachableServerFailsBeforeTheDeadline() {
    try (var context = TestContext.start(NOBODY, Map.of())) {
      var start = Instant.now();

      var thrown = catchThrowable(() -> query(context.getBean(Transactions.class)));

      assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "16, 16"})
  void thePoolHasOneConnectionPerEventAndAtLeastTwo(int concurrency, int connections)
      throws SQLException {
    var settings = Map.<String, Object>of("aws.lambda.max-concurrency", concurrency);
    try (var context = TestContext.start(NOBODY, settings)) {
      var pool = context.getBean(Primary.class).pool().connections();

      assertThat(pool.getMaximumPoolSize()).isEqualTo(connections);
    }
  }

  @Test
  void aRotatedPasswordNeedsNoRestart() throws SQLException {
    var server = PostgresServer.shared();
    try (var context = TestContext.start(server.newDatabase(), Map.of())) {
      TestContext.SECRETS.remove("DATABASE_PASSWORD");
      var thrown = catchThrowable(() -> query(context.getBean(Transactions.class)));
      assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE);

      TestContext.SECRETS.put("DATABASE_PASSWORD", PostgresServer.PASSWORD);

      assertThat(query(context.getBean(Transactions.class))).isEqualTo(1);
    }
  }

  @Test
  void aServerThatHangsOrDiesIsUnreachableAndComesBackByItself(@TempDir Path folder) {
    try (var server = PostgresServer.start(folder, 0);
        var context =
            TestContext.start(server.newDatabase(), Map.of("database.deadline", "PT1.5S"))) {
      var transactions = context.getBean(Transactions.class);
      assertThat(query(transactions)).isEqualTo(1);

      server.pause();
      var hung = catchThrowable(() -> query(transactions));
      server.resume();
      assertThat(DatabaseFailure.of(hung)).contains(DatabaseFailure.UNREACHABLE);
      assertThat(query(transactions)).isEqualTo(1);

      server.kill();
      var killed = catchThrowable(() -> query(transactions));
      assertThat(DatabaseFailure.of(killed)).contains(DatabaseFailure.UNREACHABLE);

      server.start();
      assertThat(query(transactions)).isEqualTo(1);
    }
  }

  private static int query(Transactions transactions) {
    return transactions.inTransaction(() -> transactions.inSavepoint(() -> 1));
  }
}
