package gantry.database;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * During a rollout the old code works on the new schema, and after a rollback for long: each
 * migration leaves what the one before it offered. One that takes something away, when no code that
 * knows it runs any more, says so in a line that begins with {@code -- contract:}.
 */
class ExpandContractTest {
  private static final String CONTRACT = "-- contract:";
  private static final Path FOLDER = Path.of("src/main/resources/gantry/database");

  private final String url = PostgresServer.shared().newDatabase();

  static Stream<String> capabilities() {
    return Migrations.CAPABILITIES.stream();
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void eachMigrationLeavesWhatTheCodeBeforeItNeeds(String capability) throws Exception {
    try (var connection = PostgresServer.shared().connect(url)) {
      execute(connection, "CREATE SCHEMA " + capability);
      var before = Catalog.of(connection);
      for (var migration : migrations(capability)) {
        migrate(capability, migration.getVersion());
        var after = Catalog.of(connection);
        if (!isContract(capability, migration)) {
          assertThat(before.brokenBy(after)).as(migration.getScript()).isEmpty();
        }
        before = after;
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE outbox.t                                    | outbox.t.a is not what it was
          ALTER TABLE outbox.t RENAME TO u                       | outbox.t.a is not what it was
          ALTER TABLE outbox.t DROP COLUMN a                     | outbox.t.a is not what it was
          ALTER TABLE outbox.t RENAME COLUMN a TO c              | outbox.t.a is not what it was
          ALTER TABLE outbox.t ALTER COLUMN a TYPE bigint        | outbox.t.a is not what it was
          ALTER TABLE outbox.t ALTER COLUMN a SET NOT NULL       | outbox.t.a is not what it was
          ALTER TABLE outbox.t ADD COLUMN c integer NOT NULL     | outbox.t.c is new and must be given
          """)
  void whatWouldBreakOldCodeIsFound(String statement, String finding) throws SQLException {
    try (var connection = PostgresServer.shared().connect(url)) {
      execute(connection, "CREATE SCHEMA outbox; CREATE TABLE outbox.t (a integer, b text)");
      var before = Catalog.of(connection);

      execute(connection, statement);

      assertThat(before.brokenBy(Catalog.of(connection))).contains(finding);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE TABLE outbox.u (a integer NOT NULL)
          ALTER TABLE outbox.t ADD COLUMN c integer
          ALTER TABLE outbox.t ADD COLUMN c integer NOT NULL DEFAULT 0
          ALTER TABLE outbox.t ALTER COLUMN b DROP NOT NULL
          CREATE INDEX i ON outbox.t (a)
          """)
  void whatOnlyAddsIsNot(String statement) throws SQLException {
    try (var connection = PostgresServer.shared().connect(url)) {
      execute(
          connection, "CREATE SCHEMA outbox; CREATE TABLE outbox.t (a integer, b text NOT NULL)");
      var before = Catalog.of(connection);

      execute(connection, statement);

      assertThat(before.brokenBy(Catalog.of(connection))).isEmpty();
    }
  }

  @Test
  void anOlderJarLeavesANewerSchemaAlone() throws SQLException {
    Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD);
    try (var connection = PostgresServer.shared().connect(url)) {
      execute(
          connection,
          """
          INSERT INTO webhooks.migrations
          SELECT installed_rank + 100, '999', 'of a newer jar', type, 'V999__of_a_newer_jar.sql',
                 checksum, installed_by, installed_on, execution_time, success
          FROM webhooks.migrations WHERE version = '1'
          """);
    }

    assertThat(Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD)).isZero();
  }

  private List<MigrationInfo> migrations(String capability) {
    var all =
        Migrations.flyway(capability)
            .dataSource(url, PostgresServer.USER, PostgresServer.PASSWORD)
            .load()
            .info()
            .all();
    return Arrays.stream(all)
        .filter(migration -> migration.getVersion() != null)
        .sorted(Comparator.comparing(MigrationInfo::getVersion))
        .toList();
  }

  private void migrate(String capability, MigrationVersion target) {
    Migrations.flyway(capability)
        .dataSource(url, PostgresServer.USER, PostgresServer.PASSWORD)
        .target(target)
        .load()
        .migrate();
  }

  private static boolean isContract(String capability, MigrationInfo migration) throws IOException {
    var file = FOLDER.resolve(capability).resolve(migration.getScript());
    return Files.readString(file).lines().anyMatch(line -> line.startsWith(CONTRACT));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
