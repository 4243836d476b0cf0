package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandbyTest {
  @Test
  void aStandbyFollowsAndCanBePromoted(@TempDir Path folder) throws SQLException {
    try (var primary = PostgresServer.start(folder.resolve("primary"), 0)) {
      primary.execute("CREATE TABLE notes AS SELECT 1 AS note");
      try (var standby = PostgresServer.standbyOf(primary, folder.resolve("standby"), 0)) {
        primary.execute("INSERT INTO notes VALUES (2)");

        Eventually.within(Duration.ofMinutes(1), () -> assertThat(notes(standby)).isEqualTo(2));
        assertThatThrownBy(() -> standby.execute("INSERT INTO notes VALUES (3)"))
            .hasRootCauseMessage("ERROR: cannot execute INSERT in a read-only transaction");

        standby.promote();

        standby.execute("INSERT INTO notes VALUES (3)");
        assertThat(notes(standby)).isEqualTo(3);
        assertThat(notes(primary)).isEqualTo(2);
      }
    }
  }

  private static int notes(PostgresServer server) throws SQLException {
    try (var connection = server.connect(server.url("postgres"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM notes")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
