package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Unix signals that Java has no call for. */
public final class Signals {
  private Signals() {}

  /** Sends a signal such as STOP, CONT or KILL; processes that have ended are passed over. */
  public static void send(String signal, long pid) {
    send(signal, List.of(pid));
  }

  static void send(String signal, List<Long> pids) {
    if (pids.isEmpty()) {
      return;
    }
    var command =
        new ArrayList<>(List.of("/bin/sh", "-c", "kill -s " + signal + " \"$@\"", "kill"));
    pids.forEach(pid -> command.add(String.valueOf(pid)));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
