package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.Folders;
import gantry.testing.Processes;
import gantry.testing.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the local cloud ends, nothing of it is left, and its state serves the next start. */
@Execution(ExecutionMode.CONCURRENT)
class EndingIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Path FOLDER = Path.of("target", "ending").toAbsolutePath();

  /** What Maven says when it has put a function's deployable jar together again. */
  private static final String SHADED = "maven-shade-plugin has detected";

  private static int firstPort;

  @BeforeAll
  static void beginAnew() throws IOException {
    Folders.delete(FOLDER);
    firstPort = LocalRun.freePorts();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.SAME_THREAD)
  @CsvSource({
    "KILL, maven, starting",
    "INT, maven, ready",
    "INT, local cloud, starting",
    "TERM, maven, ready",
    "TERM, local cloud, starting",
    "KILL, local cloud, ready"
  })
  void nothingIsLeftWithinTenSeconds(String signal, String target, String moment)
      throws IOException {
    var run =
        target.equals("maven")
            ? LocalRun.withMaven(FOLDER, firstPort)
            : LocalRun.directly(FOLDER, firstPort);
    if (moment.equals("ready")) {
      run.awaitReady();
    } else {
      run.awaitServersStarting();
    }
    var processes = run.processes();

    Signals.send(signal, run.pid());

    Eventually.within(LIMIT, () -> assertNothingIsLeft(run, processes));
    assertThat(run.log()).doesNotContain("Recompiling", "Building jar", SHADED);
  }

  private static void assertNothingIsLeft(LocalRun run, Set<Long> processes) {
    assertThat(processes).noneMatch(Processes::isRunning);
    assertThat(Processes.of(LocalRun.home(FOLDER))).isEmpty();
    assertThat(run.takenPorts()).isEmpty();
  }
}
