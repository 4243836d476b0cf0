package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own that cannot outlive this JVM. */
final class ChildServer {
  private final String name;
  private final Process process;
  private final Path log;

  private ChildServer(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  static ChildServer start(String name, ProcessBuilder builder, Path log) throws IOException {
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ChildServer(name, Watchdog.shared().start(builder), log);
  }

  long pid() {
    return process.pid();
  }

  void awaitListening(int port, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        kill();
        throw new IllegalStateException(
            name + " did not start on port " + port + ": " + lastLogLine());
      }
      await(Duration.ofMillis(20));
    }
  }

  void stop(Duration patience) {
    process.destroy();
    if (!await(patience)) {
      kill();
    }
  }

  void kill() {
    process.destroyForcibly();
    await(Duration.ofSeconds(10));
  }

  private boolean await(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String lastLogLine() {
    try (var lines = Files.lines(log)) {
      return lines.reduce("no log", (earlier, later) -> later);
    } catch (IOException | UncheckedIOException e) {
      return "no log";
    }
  }
}
