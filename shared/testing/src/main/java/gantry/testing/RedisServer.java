package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real Redis server on 127.0.0.1. */
public final class RedisServer implements AutoCloseable {
  private static @Nullable RedisServer shared;

  private final Path folder;
  private final int port;
  private @Nullable ChildServer process;

  private RedisServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server on a data folder of before or on a new one; port 0 takes a free one. */
  public static RedisServer start(Path folder, int port) {
    var server = new RedisServer(folder.toAbsolutePath(), Ports.orFree(port, 1));
    server.start();
    return server;
  }

  /** The one server of this JVM for tests, stopped with the JVM. */
  public static synchronized RedisServer shared() {
    if (shared == null) {
      shared = start(Folders.create("redis"), 0);
      Folders.closeAtExit(shared);
    }
    return shared;
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public long pid() {
    return running().pid();
  }

  /** Starts it again on the same port and data. */
  public synchronized void start() {
    try {
      Files.createDirectories(folder);
      process = ChildServer.start("Redis", command(executable()), folder.resolve("redis.log"));
      running().awaitListening(port, Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new UncheckedIOException("Redis did not start", e);
    }
  }

  /** Stops it in good order: the data set is written first. */
  public synchronized void stop() {
    if (process != null) {
      process.stop(Duration.ofSeconds(5));
      process = null;
    }
  }

  public synchronized void kill() {
    running().kill();
    process = null;
  }

  /** Makes it hang: connections stay open and nothing answers. */
  public void pause() {
    Signals.send("STOP", pid());
  }

  public void resume() {
    Signals.send("CONT", pid());
  }

  @Override
  public void close() {
    stop();
  }

  private ChildServer running() {
    if (process == null) {
      throw new IllegalStateException("Redis is stopped");
    }
    return process;
  }

  /**
   * Written by a process of its own: a file that this JVM wrote is "busy" for as long as any child,
   * forked meanwhile by another thread, has not closed what it inherited.
   */
  private Path executable() throws IOException {
    var unpacked = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    var executable = folder.resolve("redis-server");
    var copy = new ProcessBuilder("cp", unpacked.toString(), executable + ".new").start();
    if (copy.onExit().join().exitValue() != 0) {
      throw new IOException("The executable could not be copied to " + executable);
    }
    return Files.move(
        Path.of(executable + ".new"), executable, StandardCopyOption.REPLACE_EXISTING);
  }

  private ProcessBuilder command(Path executable) {
    var settings =
        List.of("--bind", "127.0.0.1", "--port", String.valueOf(port), "--dir", folder.toString());
    var saving = List.of("--save", "60 1", "--appendonly", "no", "--daemonize", "no");
    var builder = new ProcessBuilder(executable.toString());
    builder.command().addAll(settings);
    builder.command().addAll(saving);
    return builder;
  }
}
