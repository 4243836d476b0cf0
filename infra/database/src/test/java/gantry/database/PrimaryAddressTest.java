package gantry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.Ports;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrimaryAddressTest {
  private static final Secrets SECRETS =
      Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), Clock.systemUTC());
  private static final PostgresServer SERVER = PostgresServer.shared();

  private final String url = SERVER.newDatabase(Migrations::migrate);

  @Test
  void itIsThePrimaryThatWasTakenOverLast(@TempDir Path folder) throws SQLException {
    try (var standby = PostgresServer.standbyOf(SERVER, folder, 0)) {
      var other = url.replace(":" + SERVER.port(), ":" + standby.port());
      var both = alsoOn(standby.port());
      assertThat(primary(both, "0")).isEqualTo(url);

      standby.promote();
      assertThat(primary(both, "0")).isEqualTo(url);

      takeOver(standby, other);
      assertThat(primary(both, "0")).isEqualTo(other);
      assertThat(primary(both, "2")).isEqualTo(other);
    }
  }

  @Test
  void anEpochHoldsForOneAddressToo() {
    assertThat(primary(url, "1")).isEqualTo(url);
    assertThatThrownBy(() -> primary(url, "2")).hasMessageContaining("epoch 2");
  }

  @Test
  void whoDoesNotAnswerIsPassedOverAlsoByTheFirstMigration() {
    var fresh = SERVER.newDatabase();
    var environment =
        Map.of(
            "DATABASE_URL",
            fresh.replace("//", "//127.0.0.1:" + Ports.free() + ","),
            "DATABASE_USER",
            PostgresServer.USER);

    var migrated =
        new MigrateHandler(environment, SECRETS).handleRequest(Map.of(), new FakeContext());

    assertThat(migrated).containsEntry("migrations", MigrationFiles.count());
  }

  @Test
  void noAddressIsWaitedForWithoutEndAndWhatItSaysItselfHolds() {
    assertThat(Patience.MIGRATION.limit("jdbc:postgresql://a/b"))
        .isEqualTo(
            "jdbc:postgresql://a/b?connectTimeout=5&loginTimeout=10&socketTimeout=270&tcpKeepAlive=true");
    assertThat(Patience.MAINTENANCE.limit("jdbc:postgresql://a/b?socketTimeout=9&loginTimeout=1"))
        .isEqualTo(
            "jdbc:postgresql://a/b?socketTimeout=9&loginTimeout=1&connectTimeout=5&tcpKeepAlive=true");
  }

  private String alsoOn(int port) {
    return url.replace(":" + SERVER.port(), ":" + SERVER.port() + ",127.0.0.1:" + port);
  }

  private static String primary(String url, String epoch) {
    var environment =
        Map.of("DATABASE_URL", url, "DATABASE_USER", PostgresServer.USER, "DATABASE_EPOCH", epoch);
    return new PrimaryAddress(new Settings(environment, SECRETS)).find();
  }

  private static void takeOver(PostgresServer server, String url) throws SQLException {
    try (var connection = server.connect(url);
        var statement = connection.createStatement()) {
      statement.execute("SELECT cluster.take_over(1)");
    }
  }
}
