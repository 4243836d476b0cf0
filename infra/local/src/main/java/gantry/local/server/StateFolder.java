package gantry.local.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import gantry.testing.Folders;
import gantry.testing.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The folder that keeps the state of the servers between runs; one local cloud at a time works in
 * it.
 */
public final class StateFolder implements AutoCloseable {
  private static final List<String> SERVERS =
      List.of("postgres", "redis", "redis-backup", "sqs", "kinesis");
  private static final Duration WATCHDOG_ENDS_WITHIN = Duration.ofSeconds(10);

  private final Path home;
  private final FileChannel lock;

  private StateFolder(Path home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  /**
   * Takes the folder for this process; waits while the watchdog of a killed run still clears up.
   */
  public static StateFolder open(Path home) {
    try {
      Files.createDirectories(home);
      var channel = FileChannel.open(home.resolve("lock"), CREATE, READ, WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new CannotStart(
            "Another local cloud works in %s: stop it, or set GANTRY_HOME to another folder."
                .formatted(home));
      }
      awaitWatchdog(channel);
      write(channel, String.valueOf(Watchdog.shared().pid()));
      return new StateFolder(home, channel);
    } catch (IOException e) {
      throw new CannotStart("The folder %s cannot be used: %s.".formatted(home, e.getMessage()), e);
    }
  }

  public Path home() {
    return home;
  }

  /** Forgets all databases, queues and streams. */
  public void wipe() {
    try {
      for (var server : SERVERS) {
        Folders.delete(folder(server));
      }
    } catch (IOException e) {
      throw new CannotStart(
          "The state in %s cannot be deleted: %s.".formatted(home, e.getMessage()), e);
    }
  }

  Path folder(String server) {
    return home.resolve(server);
  }

  @Override
  public void close() {
    try {
      write(lock, "");
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  private static void awaitWatchdog(FileChannel channel) throws IOException {
    var content = ByteBuffer.allocate(20);
    channel.read(content, 0);
    var pid = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8).strip();
    if (!pid.isEmpty()) {
      Watchdog.awaitEnd(Long.parseLong(pid), WATCHDOG_ENDS_WITHIN);
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }
}
