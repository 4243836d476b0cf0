package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void everyServerEndsWithAKilledJvm(@TempDir Path folder) throws IOException {
    var jvm = start(folder);
    Eventually.within(PATIENCE, () -> assertThat(folder.resolve("pids")).isNotEmptyFile());
    var pids = Files.readAllLines(folder.resolve("pids")).stream().map(Long::valueOf).toList();
    assertThat(pids).hasSize(4).allMatch(Processes::isRunning);

    Signals.send("KILL", jvm.pid());

    Eventually.within(PATIENCE, () -> assertThat(pids).noneMatch(Processes::isRunning));
    assertThat(new PostgresFolder(folder.resolve("postgres")).processes()).isEmpty();
  }

  @Test
  void aServerThatIsJustStartingEndsToo(@TempDir Path folder) throws IOException {
    var jvm = start(folder);
    var postgres = new PostgresFolder(folder.resolve("postgres"));
    Eventually.within(PATIENCE, () -> assertThat(folder.resolve("postgres/data")).exists());

    Signals.send("KILL", jvm.pid());
    Watchdog.awaitEnd(watchdogOf(folder), PATIENCE);

    assertThat(postgres.processes()).isEmpty();
    try (var again = PostgresServer.start(folder.resolve("postgres"), 0)) {
      again.execute("SELECT 1");
    }
  }

  private static long watchdogOf(Path folder) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("watchdog")));
  }

  private static Process start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServersProcess.class.getName(),
            folder.toString());
    return Watchdog.shared()
        .start(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jvm.log").toFile()));
  }
}
