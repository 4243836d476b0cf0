package gantry.local.server;

import gantry.database.Migrations;
import gantry.testing.KinesisServer;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import gantry.testing.SqsServer;
import gantry.testing.Tomorrow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** PostgreSQL with its migrated database, Redis, SQS and Kinesis, as the local cloud runs them. */
public record Servers(
    PostgresServer postgres,
    RedisServer redis,
    Optional<RedisServer> redisBackup,
    SqsServer sqs,
    KinesisServer kinesis)
    implements AutoCloseable {
  public static final String DATABASE = "gantry";
  public static final String DATABASE_USER = "gantry";
  public static final String DATABASE_PASSWORD = "gantry";

  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  /** What the functions find in the database. */
  public enum Schema {
    TODAY,
    /** And what the next release may add while these functions still run. */
    TOMORROW
  }

  /** Starts all at once; when one does not start, the others are stopped. */
  public static Servers start(StateFolder state, ServerPorts ports, Schema schema) {
    var postgres =
        async(() ->
            migrated(PostgresServer.start(state.folder("postgres"), ports.postgres()), schema));
    var redis = async(() -> RedisServer.start(state.folder("redis"), ports.redis()));
    var backup = async(() -> redisBackup(state, ports.redisBackup()));
    var sqs = async(() -> SqsServer.start(state.folder("sqs"), ports.sqs()));
    var kinesis = async(() -> KinesisServer.start(state.folder("kinesis"), ports.kinesis()));
    try {
      CompletableFuture.allOf(postgres, redis, backup, sqs, kinesis).join();
      return new Servers(postgres.join(), redis.join(), backup.join(), sqs.join(), kinesis.join());
    } catch (CompletionException e) {
      List.of(postgres, redis, sqs, kinesis).forEach(Servers::closeIfStarted);
      var _ = backup.thenAccept(started -> started.ifPresent(RedisServer::close));
      var cause = e.getCause() == null ? e : e.getCause();
      throw new CannotStart("A server did not start: " + cause.getMessage(), cause);
    }
  }

  public String databaseUrl() {
    return postgres.url(DATABASE);
  }

  /** Stops all at once, in good order. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(postgres::close, THREADS),
            CompletableFuture.runAsync(redis::close, THREADS),
            CompletableFuture.runAsync(() -> redisBackup.ifPresent(RedisServer::close), THREADS),
            CompletableFuture.runAsync(sqs::close, THREADS),
            CompletableFuture.runAsync(kinesis::close, THREADS))
        .join();
  }

  private static Optional<RedisServer> redisBackup(StateFolder state, OptionalInt port) {
    return port.isPresent()
        ? Optional.of(RedisServer.start(state.folder("redis-backup"), port.getAsInt()))
        : Optional.empty();
  }

  private static <T> CompletableFuture<T> async(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, THREADS);
  }

  private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> server) {
    var _ =
        server.thenAccept(started -> {
          try {
            started.close();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static PostgresServer migrated(PostgresServer postgres, Schema schema) {
    postgres.createDatabase(DATABASE, DATABASE_USER, DATABASE_PASSWORD);
    var _ = Migrations.migrate(postgres.url(DATABASE), DATABASE_USER, DATABASE_PASSWORD);
    if (schema == Schema.TOMORROW) {
      Tomorrow.expand(postgres.url(DATABASE), DATABASE_USER, DATABASE_PASSWORD);
    }
    return postgres;
  }
}
