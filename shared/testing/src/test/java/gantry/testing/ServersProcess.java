package gantry.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the servers in a JVM of its own, so that a test can kill it. */
final class ServersProcess {
  private ServersProcess() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Path.of(arguments[0]);
    long watchdog = Watchdog.shared().pid();
    Files.writeString(folder.resolve("watchdog"), String.valueOf(watchdog));
    var postgres = PostgresServer.start(folder.resolve("postgres"), 0);
    var redis = RedisServer.start(folder.resolve("redis"), 0);
    var kinesis = KinesisServer.start(folder.resolve("kinesis"), 0);
    var pids = List.of(postgres.pid(), redis.pid(), kinesis.pid(), watchdog);
    var lines = pids.stream().map(String::valueOf).toList();
    Files.move(Files.write(folder.resolve("pids.new"), lines), folder.resolve("pids"));
    Thread.currentThread().join();
  }
}
