package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.server.Servers;
import gantry.testing.Eventually;
import gantry.testing.Processes;
import gantry.testing.Signals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** What happens to a cloud that runs: processes die, rows are locked, Redis forgets. */
record Sabotage(RunningCloud cloud) {
  private static final Duration SOON = Duration.ofMinutes(2);

  /** Ends a function's process in the middle of whatever it does. */
  void kill(String function) {
    var process =
        cloud
            .process()
            .descendants()
            .map(ProcessHandle::pid)
            .filter(pid -> environment(pid).contains("AWS_LAMBDA_FUNCTION_NAME=" + function + "\0"))
            .findFirst()
            .orElseThrow();
    Signals.send("KILL", process);
    Eventually.within(SOON, () -> assertThat(Processes.isRunning(process)).isFalse());
  }

  /** Entries end with NUL; what is gone in the meantime has none. */
  private static String environment(long pid) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), "environ"), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A transaction that has the locks of this statement until it is closed. */
  Connection holding(String sql) throws SQLException {
    var connection = connect();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + cloud.postgresPort() + "/" + Servers.DATABASE,
        Servers.DATABASE_USER,
        Servers.DATABASE_PASSWORD);
  }

  /**
   * Redis loses what it holds by such a key, and goes on counting limits. Over the wire by hand, to
   * spare the tests a client.
   */
  void forget(String keys) throws IOException {
    var delete =
        "EVAL \"for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end"
            + " return 1\" 0 "
            + keys
            + "\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), cloud.redisPort())) {
      socket.getOutputStream().write(delete.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(4), UTF_8)).isEqualTo(":1\r\n");
    }
  }
}
