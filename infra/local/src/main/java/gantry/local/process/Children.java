package gantry.local.process;

import gantry.testing.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every process that the local cloud started: ended at close, and by the watchdog if the local
 * cloud is killed.
 */
public final class Children implements AutoCloseable {
  /** How long a process may take over SIGTERM before it is killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** A process of the local cloud. */
  public record Child(String name, long pid) {}

  private final Watchdog watchdog = Watchdog.shared();
  private final Map<Long, Child> children = new ConcurrentHashMap<>();

  /** Starts a process that cannot outlive the local cloud; its stdin is not available. */
  public Process start(String name, ProcessBuilder builder) throws IOException {
    var process = watchdog.start(builder);
    children.put(process.pid(), new Child(name, process.pid()));
    var _ = process.onExit().thenAccept(ended -> children.remove(ended.pid()));
    return process;
  }

  /** Takes over a process that something else started. */
  public Child adopt(String name, long pid) {
    watchdog.watch(pid);
    var child = new Child(name, pid);
    children.put(pid, child);
    return child;
  }

  /** What runs now. */
  public List<Child> running() {
    return children.values().stream().filter(Children::isAlive).toList();
  }

  /** Ends all of them at once, SIGTERM first. */
  @Override
  public void close() {
    var processes =
        running().stream().flatMap(child -> ProcessHandle.of(child.pid()).stream()).toList();
    processes.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var process : processes) {
      awaitEnd(process, deadline);
    }
    processes.forEach(ProcessHandle::destroyForcibly);
    children.keySet().forEach(watchdog::forget);
    children.clear();
  }

  private static void awaitEnd(ProcessHandle process, long deadline) {
    try {
      var _ = process.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception stillRunning) {
      // It is killed next.
    }
  }

  private static boolean isAlive(Child child) {
    return ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive).orElse(false);
  }
}
