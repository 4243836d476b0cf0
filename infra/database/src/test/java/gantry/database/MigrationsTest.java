package gantry.database;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private static final int ALL = MigrationFiles.count();

  private final String url = PostgresServer.shared().newDatabase();

  @Test
  void anEmptyDatabaseGetsEverySchema() throws SQLException {
    var executed = migrate();

    assertThat(executed).isEqualTo(ALL);
    assertThat(tables())
        .contains("outbox.events", "outbox.migrations", "webhooks.events", "webhooks.migrations");
  }

  @Test
  void everyTableSaysHowLongItKeeps() throws Exception {
    migrate();
    var told = Files.readString(Path.of("../../docs/privacy.md"));

    assertThat(tables())
        .filteredOn(table -> !table.matches("(pg_catalog|information_schema)\\..*|.*\\.migrations"))
        .filteredOn(table -> !table.equals("webhooks.deliveries_default"))
        .isNotEmpty()
        .allMatch(table -> told.contains("`" + table + "`"));
  }

  @Test
  void aSecondRunChangesNothing() {
    migrate();

    assertThat(migrate()).isZero();
  }

  @Test
  void runsAtTheSameTimeShareTheWork() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      Callable<Integer> run = this::migrate;
      var runs = threads.invokeAll(IntStream.range(0, 6).mapToObj(_ -> run).toList());

      var executed = 0;
      for (var result : runs) {
        executed += result.get();
      }
      assertThat(executed).isEqualTo(ALL);
    }
  }

  @Test
  void aSchemaThatExistsAlreadyIsTakenOver() throws SQLException {
    execute("CREATE SCHEMA webhooks; CREATE TABLE webhooks.older (id integer)");

    assertThat(migrate()).isEqualTo(ALL);
    assertThat(tables()).contains("webhooks.older", "webhooks.events");
  }

  private int migrate() {
    return Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD);
  }

  private void execute(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> tables() throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT schemaname || '.' || tablename FROM pg_tables")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
