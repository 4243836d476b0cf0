package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that hang until this is closed: connections stay, nothing answers. */
record Stopped(List<Long> processes) implements AutoCloseable {
  /** Those of a program that belong to a local cloud's folder. */
  static Stopped all(Path home, String program) {
    var processes =
        Processes.of(home).stream().filter(pid -> program(pid).endsWith("/" + program)).toList();
    assertThat(processes).as(program).isNotEmpty();
    var stopped = new Stopped(processes);
    stopped.signal("-STOP");
    return stopped;
  }

  private static String program(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).orElse("");
  }

  private void signal(String signal) {
    var command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(pid -> command.add(String.valueOf(pid)));
    try {
      new ProcessBuilder(command).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    signal("-CONT");
  }
}
