package gantry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateHandlerTest {
  private static final Secrets SECRETS =
      Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), Clock.systemUTC());

  @Test
  void itTellsHowManyMigrationsItRan() {
    var environment =
        Map.of(
            "DATABASE_URL",
            PostgresServer.shared().newDatabase(),
            "DATABASE_USER",
            PostgresServer.USER);
    var handler = new MigrateHandler(environment, SECRETS);

    assertThat(handler.handleRequest(Map.of(), new FakeContext()))
        .containsEntry("migrations", MigrationFiles.count());
    assertThat(handler.handleRequest(Map.of(), new FakeContext())).containsEntry("migrations", 0);
  }

  @Test
  void aMissingSettingIsNamed() {
    var handler = new MigrateHandler(Map.of("DATABASE_URL", " "), SECRETS);

    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new FakeContext()))
        .hasMessage("DATABASE_URL is not set");
  }
}
