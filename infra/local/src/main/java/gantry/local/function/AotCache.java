package gantry.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A function's ahead-of-time cache. The first process to run records what it loads; once that one
 * has ended, another JVM assembles the cache in the background; every later process starts from it.
 */
final class AotCache {
  /** One at a time, so that training never takes more than one core from the work at hand. */
  private static final ReentrantLock ASSEMBLING = new ReentrantLock();

  private final String name;
  private final JavaCommand command;
  private final Launcher launcher;
  private final Path cache;
  private boolean training;

  AotCache(String name, JavaCommand command, Path folder, String sha256, Launcher launcher) {
    this.name = name;
    this.command = command;
    this.launcher = launcher;
    var flags = Integer.toHexString(command.fingerprint().hashCode());
    var jvm = System.getProperty("java.vm.version");
    cache = folder.resolve(name + "-" + sha256 + "-" + jvm + "-" + flags + ".aot");
  }

  Path file() {
    return cache;
  }

  /** The JVM flags for the next process; only one process at a time is asked to record. */
  synchronized List<String> flags() {
    if (Files.exists(cache)) {
      return List.of("-XX:AOTCache=" + cache, "-Xlog:disable");
    }
    if (training) {
      return List.of();
    }
    training = true;
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record(), "-Xlog:disable");
  }

  static boolean isRecording(List<String> flags) {
    return flags.contains("-XX:AOTMode=record");
  }

  /**
   * Takes up the record of a process that has ended; without a record the next process tries again.
   */
  void assemble() {
    ASSEMBLING.lock();
    try {
      if (Files.exists(record())) {
        runAssembly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ASSEMBLING.unlock();
      release();
    }
  }

  private void runAssembly() throws IOException, InterruptedException {
    var unfinished = cache.resolveSibling(cache.getFileName() + ".tmp");
    var flags =
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + record(),
            "-XX:AOTCache=" + unfinished,
            "-Xlog:disable");
    var builder = new ProcessBuilder(command.assembling(flags));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = launcher.start("aot-" + name, builder);
    if (process.waitFor(3, TimeUnit.MINUTES)
        && process.exitValue() == 0
        && Files.exists(unfinished)) {
      Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
    } else {
      process.destroyForcibly();
    }
    Files.deleteIfExists(unfinished);
    Files.deleteIfExists(record());
  }

  /** The next process records instead. */
  void discardRecord() {
    try {
      Files.deleteIfExists(record());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release();
    }
  }

  private synchronized void release() {
    training = false;
  }

  private Path record() {
    return cache.resolveSibling(cache.getFileName() + ".record.tmp");
  }
}
