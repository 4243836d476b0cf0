package gantry.local.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import gantry.testing.KinesisServer;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Takes servers away while all else runs, brings them back, and tells which of them answer. */
public final class ServerSwitches {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String LIMITS = "?loginTimeout=2&socketTimeout=2";
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final Map<String, Switch> switches = new LinkedHashMap<>();
  private final Set<String> killed = new HashSet<>();

  /** Whether a server answers. */
  public enum State {
    UP,
    AWAY
  }

  /** A server's off and on; the look at it throws when it does not answer. */
  private record Switch(Runnable kill, Runnable start, Look look) {}

  private interface Look {
    void look() throws IOException, SQLException;
  }

  public ServerSwitches(Servers servers) {
    switches.put("postgres", of(servers.postgres()));
    switches.put("redis", of(servers.redis()));
    servers.redisBackup().ifPresent(backup -> switches.put("redis-backup", of(backup)));
    switches.put("sqs", of(servers.sqs()));
    switches.put("kinesis", of(servers.kinesis()));
  }

  private static Switch of(PostgresServer postgres) {
    return new Switch(
        postgres::kill,
        postgres::start,
        () -> {
          var url = postgres.url(Servers.DATABASE) + LIMITS;
          DriverManager.getConnection(url, Servers.DATABASE_USER, Servers.DATABASE_PASSWORD)
              .close();
        });
  }

  /** By hand, to spare the local cloud a client. */
  private static Switch of(RedisServer redis) {
    return new Switch(
        redis::kill,
        redis::start,
        () -> {
          try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            socket.getInputStream().readNBytes(1);
          }
        });
  }

  /** It is a part of this process, and cannot be killed without it. */
  private static Switch of(SqsServer sqs) {
    return new Switch(
        sqs::stop,
        sqs::start,
        () -> {
          try (var client = sqs.client()) {
            client.listQueues();
          }
        });
  }

  private static Switch of(KinesisServer kinesis) {
    return new Switch(
        kinesis::kill,
        kinesis::start,
        () -> {
          try (var client = kinesis.client()) {
            client.listStreams();
          }
        });
  }

  public boolean exists(String name) {
    return switches.containsKey(name);
  }

  /** Kills a server, as a power cut would; one that is away already stays so. */
  public synchronized void kill(String name) {
    if (killed.add(name)) {
      named(name).ifPresent(it -> it.kill().run());
    }
  }

  /**
   * Starts a killed server again, with the port and what it had on disk; returns once it answers.
   */
  public synchronized void start(String name) {
    if (killed.remove(name)) {
      named(name).ifPresent(it -> it.start().run());
    }
  }

  private Optional<Switch> named(String name) {
    return Optional.ofNullable(switches.get(name));
  }

  /** Asks all of them at once; what hangs is away, too, and nobody waits for it any longer. */
  public Map<String, State> states() {
    var asked = new LinkedHashMap<String, CompletableFuture<State>>();
    switches.forEach((name, it) -> asked.put(name, state(it.look())));
    var states = new LinkedHashMap<String, State>();
    asked.forEach((name, state) -> states.put(name, state.join()));
    return states;
  }

  private static CompletableFuture<State> state(Look look) {
    return CompletableFuture.supplyAsync(() -> looked(look), THREADS)
        .exceptionally(_ -> State.AWAY)
        .completeOnTimeout(State.AWAY, PATIENCE.toMillis(), MILLISECONDS);
  }

  private static State looked(Look look) {
    try {
      look.look();
      return State.UP;
    } catch (IOException | SQLException e) {
      return State.AWAY;
    }
  }
}
