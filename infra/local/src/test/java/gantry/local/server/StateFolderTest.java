package gantry.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path home;

  @Test
  void aSecondLocalCloudIsRefused() {
    try (var _ = StateFolder.open(home)) {
      assertThatThrownBy(() -> StateFolder.open(home))
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              "Another local cloud works in %s: stop it, or set GANTRY_HOME to another folder.",
              home);
    }
  }

  @Test
  void theFolderIsFreeAgainAfterwards() {
    StateFolder.open(home).close();

    StateFolder.open(home).close();
  }

  @Test
  void beginningAnewForgetsTheServersAlone() throws IOException {
    try (var state = StateFolder.open(home)) {
      Files.createDirectories(state.folder("postgres").resolve("data"));
      Files.createDirectories(home.resolve("functions"));

      state.wipe();

      assertThat(state.folder("postgres")).doesNotExist();
      assertThat(home.resolve("functions")).exists();
    }
  }
}
