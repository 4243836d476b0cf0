package gantry.local.process;

import java.time.Duration;
import java.util.Optional;

/** Ends the local cloud when the Maven that started it goes away, in whatever way. */
public final class ParentWatch {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private ParentWatch() {}

  /**
   * Exits this JVM, with its shutdown hooks, once the parent process is another one than now. Maven
   * runs in a JVM: a parent that is none took this process over when Maven had gone already.
   */
  public static void exitWithMaven() {
    var parent = parent().filter(ParentWatch::isJava);
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent));
  }

  private static void watch(Optional<ProcessHandle> parent) {
    while (parent.isPresent() && parent().equals(parent)) {
      pause();
    }
    System.exit(0);
  }

  private static Optional<ProcessHandle> parent() {
    return ProcessHandle.current().parent();
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("/java")).orElse(true);
  }

  private static void pause() {
    try {
      Thread.sleep(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
