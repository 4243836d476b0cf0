package gantry.redis.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit is one for all processes: four of them, fifty calls in parallel, ten pass. */
class FourProcessesTest {
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void exactlyTenPass() throws IOException {
    age();
    for (var calls : List.of(12, 12, 13, 13)) {
      processes.add(start(calls));
    }
    var outputs = processes.stream().map(Process::inputReader).toList();
    for (var output : outputs) {
      assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
    }

    for (var process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    assertThat(outputs.stream().mapToInt(FourProcessesTest::number).sum()).isEqualTo(10);
  }

  /** The server has counted for longer than the window. */
  private static void age() {
    LimiterTest.age(RedisServer.shared(), Duration.ofHours(1));
  }

  private static Process start(int calls) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CountingProcess.class.getName(),
            RedisServer.shared().url(),
            "fifty calls",
            Integer.toString(calls))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int number(BufferedReader output) {
    return output.lines().filter(line -> line.matches("\\d+")).mapToInt(Integer::parseInt).sum();
  }
}
