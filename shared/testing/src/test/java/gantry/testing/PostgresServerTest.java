package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
  @ParameterizedTest
  @ValueSource(strings = {"synchronous_commit", "full_page_writes"})
  void whatIsAcknowledgedOutlivesAKill(String setting) throws SQLException {
    assertThat(setting(PostgresServer.shared(), setting)).isEqualTo("on");
  }

  @Test
  void onlyTheSharedServerForgoesTheDisk(@TempDir Path folder) throws SQLException {
    assertThat(setting(PostgresServer.shared(), "fsync")).isEqualTo("off");
    try (var server = PostgresServer.start(folder, 0)) {
      assertThat(setting(server, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void eighteenIsTheMajorVersion() throws SQLException {
    var server = PostgresServer.shared();

    assertThat(setting(server, "server_version")).startsWith("18.");
  }

  @Test
  void everyNewDatabaseIsEmptyAndItsOwn() throws SQLException {
    var server = PostgresServer.shared();

    var first = server.newDatabase();
    var second = server.newDatabase();

    assertThat(first).isNotEqualTo(second);
    assertThat(value(server, second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("0");
  }

  @Test
  void aKilledServerStartsAgainWithItsRows(@TempDir Path folder) throws SQLException {
    try (var server = PostgresServer.start(folder, 0)) {
      server.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      int port = server.port();
      server.kill();

      server.start();

      assertThat(server.port()).isEqualTo(port);
      assertThat(value(server, server.url("postgres"), "SELECT answer FROM kept")).isEqualTo("42");
      server.stop();
      server.start();
      assertThat(value(server, server.url("postgres"), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  private static String setting(PostgresServer server, String name) throws SQLException {
    return value(server, server.url("postgres"), "SHOW " + name);
  }

  private static String value(PostgresServer server, String url, String sql) throws SQLException {
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
