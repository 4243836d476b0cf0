package gantry.redis;

import gantry.secrets.Secrets;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.configuration.lettuce.AbstractRedisClientFactory;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.configuration.lettuce.ThreadPoolClientResourceMutator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections with the client that micronaut-redis builds. Loading it is most of the first
 * one's time, so that it is loaded no sooner, and away from the caller, who waits only so long.
 */
final class Connections extends AbstractRedisClientFactory<String, byte[]> {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Executor AWAY = task -> Thread.ofVirtual().name("redis-connect").start(task);

  private final Secrets secrets;
  private final ClientOptions options;
  private @Nullable RedisClient client;

  Connections(Secrets secrets, SslOptions tls) {
    super(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    this.secrets = secrets;
    this.options = options(tls);
  }

  CompletionStage<StatefulRedisConnection<String, byte[]>> open(RedisURI address) {
    return CompletableFuture.supplyAsync(() -> connect(address), AWAY)
        .thenCompose(Function.identity());
  }

  /** The password is asked for at each connection: a rotated one needs no restart. */
  private CompletionStage<StatefulRedisConnection<String, byte[]>> connect(RedisURI address) {
    var own = RedisURI.builder(address).build();
    secrets
        .find("REDIS_PASSWORD")
        .ifPresent(password ->
            own.setCredentialsProvider(
                new StaticCredentialsProvider(username(address), password.toCharArray())));
    return client().connectAsync(defaultCodec, own);
  }

  private static @Nullable String username(RedisURI address) {
    return address.getCredentialsProvider() instanceof StaticCredentialsProvider known
        ? known.resolveCredentialsNow().getUsername()
        : null;
  }

  private synchronized RedisClient client() {
    if (client == null) {
      client = redisClient(new FewThreads(), null, List.of(new ThreadPoolClientResourceMutator()));
      client.setOptions(options);
    }
    return client;
  }

  /**
   * No reconnecting behind our back: it would send again what was under way, and a counter would
   * count twice.
   */
  private static ClientOptions options(SslOptions tls) {
    return ClientOptions.builder()
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
        .sslOptions(tls)
        .build();
  }

  synchronized void shutdown() {
    if (client != null) {
      client.shutdown(Duration.ZERO, CONNECT);
      var _ = client.getResources().shutdown(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS);
      client = null;
    }
  }

  /** A function talks to two servers at most, and has few events at a time. */
  private static final class FewThreads extends AbstractRedisConfiguration {
    private static final long serialVersionUID = 1;

    FewThreads() {
      setIoThreadPoolSize(1);
      setComputationThreadPoolSize(1);
    }
  }
}
