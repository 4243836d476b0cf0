package gantry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell process that ends everything this JVM started, once the JVM is gone, even by
 * SIGKILL.
 */
public final class Watchdog {
  private static final Watchdog SHARED = new Watchdog();

  /**
   * The child waits until the watchdog knows its pid; when this JVM dies in between, it reads the
   * end and exits.
   */
  private static final String WAIT_FOR_GO = "read -r go && exec \"$@\"";

  private final Process process;
  private final OutputStream lines;

  private Watchdog() {
    try {
      var script = Resources.text("watchdog.sh");
      process =
          new ProcessBuilder("/bin/sh", "-c", script, "gantry-watchdog")
              .directory(Path.of("/").toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      lines = process.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("The watchdog did not start", e);
    }
  }

  /** The one watchdog of this JVM. */
  public static Watchdog shared() {
    return SHARED;
  }

  /** The watchdog's own process. */
  public long pid() {
    return process.pid();
  }

  /** Waits for the watchdog of another JVM, which may still be ending what that JVM left. */
  public static void awaitEnd(long watchdogPid, Duration limit) {
    ProcessHandle.of(watchdogPid)
        .filter(Watchdog::isWatchdog)
        .ifPresent(handle ->
            handle.onExit().completeOnTimeout(handle, limit.toMillis(), MILLISECONDS).join());
  }

  /** Starts a process that cannot outlive this JVM; its stdin is not available. */
  public Process start(ProcessBuilder builder) throws IOException {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", WAIT_FOR_GO, "gantry-child"));
    command.addAll(builder.command());
    builder.command(command).redirectInput(ProcessBuilder.Redirect.PIPE);
    var child = builder.start();
    watch(child.pid());
    go(child);
    var _ = child.onExit().thenAccept(ended -> forget(ended.pid()));
    return child;
  }

  /** Ends this process too, although somebody else started it. */
  public void watch(long pid) {
    tell("watch " + pid + " " + startTime(pid));
  }

  /** Ends the PostgreSQL server that works or is about to work in this data folder. */
  public void watchPostgres(Path dataFolder) {
    tell("postgres " + dataFolder.toAbsolutePath());
  }

  /** Leaves a process alone that was ended in good order. */
  public void forget(long pid) {
    tell("forget " + pid);
  }

  private static boolean isWatchdog(ProcessHandle process) {
    return Processes.commandLine(process.pid()).contains("gantry-watchdog");
  }

  private synchronized void tell(String line) {
    try {
      lines.write((line + "\n").getBytes(UTF_8));
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The watchdog is gone", e);
    }
  }

  private static void go(Process child) throws IOException {
    try {
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
    } catch (IOException e) {
      child.destroyForcibly();
      throw e;
    }
  }

  /** Field 22 of /proc/[pid]/stat; the name in field 2 may hold spaces and brackets. */
  private static String startTime(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    } catch (IOException e) {
      return "ended";
    }
  }
}
