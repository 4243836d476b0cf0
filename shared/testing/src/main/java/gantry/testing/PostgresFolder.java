package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder of a PostgreSQL server and the processes that work in it. */
final class PostgresFolder {
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  /** What waits for a busy disk dies only afterwards. */
  private static final Duration DIES_WITHIN = Duration.ofMinutes(1);

  private final Path folder;

  PostgresFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  /**
   * Makes a start possible whatever the last run left: a half-made cluster, a server, a stale lock
   * file.
   */
  void prepare() {
    try {
      Files.createDirectories(folder);
      endOrphans();
      if (!Files.exists(mark())) {
        Folders.delete(data());
      }
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only from now on the cluster is whole; without the mark the next start makes it anew. */
  void initialised() {
    try {
      Files.writeString(mark(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A server that outlived its JVM is stopped, so that a process of the new one is its only parent.
   */
  void endOrphans() {
    if (processes().isEmpty()) {
      return;
    }
    Signals.send("INT", serverPid().stream().toList());
    try {
      Eventually.within(ENDS_WITHIN, this::assertNoProcess);
    } catch (AssertionError stillThere) {
      kill();
    }
  }

  /** Again and again: a server may have begun another process while its own were listed. */
  void kill() {
    Eventually.within(
        DIES_WITHIN,
        () -> {
          Signals.send("KILL", processes());
          assertNoProcess();
        });
  }

  Optional<Long> serverPid() {
    try (var lines = Files.lines(data().resolve("postmaster.pid"))) {
      var pid = lines.findFirst().map(line -> Long.valueOf(line.strip()));
      return pid.filter(processes()::contains);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Every PostgreSQL process works in its data folder. */
  List<Long> processes() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid).filter(this::worksHere).toList();
    }
  }

  void assertNoProcess() {
    if (!processes().isEmpty()) {
      throw new AssertionError("PostgreSQL still runs in " + data());
    }
  }

  String lastLogLine() {
    try (var lines = Files.lines(log())) {
      return lines.reduce("no log", (earlier, later) -> later);
    } catch (IOException e) {
      return "no log";
    }
  }

  private Path mark() {
    return folder.resolve("initialised");
  }

  private boolean worksHere(long pid) {
    try {
      var process = Path.of("/proc", String.valueOf(pid));
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data())
          && Files.readString(process.resolve("comm")).strip().equals("postgres");
    } catch (IOException e) {
      return false;
    }
  }
}
