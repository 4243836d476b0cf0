package gantry.redis;

import gantry.lambda.Metrics;
import gantry.resilience.Breaker;
import gantry.resilience.BreakerConfig;
import gantry.secrets.Secrets;
import io.lettuce.core.SslOptions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The servers of this function; none is connected before the first command. */
@Factory
final class RedisFactory {
  /** Three failures within a minute open a breaker, one call probes, pauses double. */
  private static final BreakerConfig BREAKER =
      BreakerConfig.DEFAULT
          .withProbes(1)
          .withPauses(Duration.ofMillis(500), Duration.ofSeconds(30));

  @Singleton
  @Bean(preDestroy = "close")
  Redis redis(RedisConfig config, Secrets secrets, Metrics metrics, Clock clock) {
    var connections = new Connections(secrets, SslOptions.create());
    var servers = servers(config, connections, metrics, clock);
    return new Redis(servers, Allowance.WARM, connections::shutdown);
  }

  static List<Server> servers(
      RedisConfig config, Connections connections, Metrics metrics, Clock clock) {
    return config.addresses().entrySet().stream()
        .map(server -> {
          var name = "redis-" + server.getKey().name().toLowerCase(Locale.ROOT);
          var breaker = new Breaker(name, BREAKER, metrics, clock);
          return new Server(server.getKey(), breaker, () -> connections.open(server.getValue()));
        })
        .toList();
  }

  /** Unless another module of the function has made it. */
  @Singleton
  @Requires(missingBeans = Secrets.class)
  Secrets secrets(Clock clock) {
    return Secrets.ofEnvironment(clock);
  }
}
