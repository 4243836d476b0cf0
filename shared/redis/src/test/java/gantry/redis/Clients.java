package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import io.lettuce.core.SslOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each of several processes would have, with the patience of a first call for all: a busy
 * machine stalls for longer than functions wait.
 */
public final class Clients {
  private Clients() {}

  public static Redis on(@Nullable String url) {
    return on(url, null);
  }

  public static Redis on(@Nullable String url, @Nullable String backupUrl) {
    return on(new RedisConfig(url, backupUrl), Map.of());
  }

  static Redis on(RedisConfig config, Map<String, String> secrets) {
    return on(config, secrets, SslOptions.create());
  }

  static Redis on(RedisConfig config, Map<String, String> secrets, SslOptions tls) {
    var connections = new Connections(Secrets.of(secrets, Clock.systemUTC()), tls);
    return on(config, connections, Allowance.COLD);
  }

  /** With the times that a function has. */
  static Redis hurried(String url, String backupUrl) {
    var connections = new Connections(Secrets.of(Map.of(), Clock.systemUTC()), SslOptions.create());
    return on(new RedisConfig(url, backupUrl), connections, Allowance.WARM);
  }

  private static Redis on(RedisConfig config, Connections connections, Allowance allowance) {
    var servers = RedisFactory.servers(config, connections, metrics(), Clock.systemUTC());
    return new Redis(servers, allowance, connections::shutdown);
  }

  /** Loads the client, which takes seconds on a busy machine: no test is about that. */
  public static void load() {
    Eventually.within(
        Duration.ofMinutes(1),
        () -> {
          try (var redis = on(RedisServer.shared().url())) {
            assertThat(redis.health()).isEqualTo(Health.HEALTHY);
          }
        });
  }

  public static String url(int port) {
    return "redis://127.0.0.1:" + port;
  }

  public static Metrics metrics() {
    return new Metrics(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
  }
}
