package gantry.bench.functions;

import gantry.database.Migrations;
import gantry.testing.KinesisServer;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import gantry.testing.SqsServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function's deployable jar in a JVM of its own on one core ({@code taskset}), with the servers
 * of this JVM beside it: PostgreSQL with {@code fsync} on, Redis, Kinesis.
 */
final class OneCore {
  private static final String CORE = "0";
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** Nothing of ours but the load itself and what makes its events: the rest is in the jar. */
  private static final List<String> BESIDE_THE_JAR =
      List.of("gantry-testing", "shared/testing", "gantry-bench", "infra/bench", "/jackson-");

  private final String jar;
  private final Map<String, String> environment = new HashMap<>();

  private final PostgresServer postgres = PostgresServer.startUntilExit();
  private final String database = postgres.newDatabase();

  /** The jar's path below the repository's folder. */
  OneCore(String jar) {
    this.jar = ROOT.resolve(jar).toString();
    var _ = Migrations.migrate(database, PostgresServer.USER, PostgresServer.PASSWORD);
    environment.put("DATABASE_URL", database);
    environment.put("DATABASE_USER", PostgresServer.USER);
    environment.put("DATABASE_PASSWORD", PostgresServer.PASSWORD);
    environment.put("REDIS_URL", RedisServer.shared().url());
    environment.put("RATE_LIMIT_INSTANCES", "1");
    environment.put("AWS_REGION", SqsServer.REGION);
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("LOG_LEVEL", "ERROR");
  }

  OneCore with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Facts are published as in production. */
  OneCore withDomainEvents() {
    var kinesis = KinesisServer.shared();
    try (var client = kinesis.client()) {
      client.createStream(create -> create.streamName("domain-events").shardCount(4));
      client.waiter().waitUntilStreamExists(wait -> wait.streamName("domain-events"));
    }
    return with("DOMAIN_EVENTS_STREAM", "domain-events")
        .with("AWS_ENDPOINT_URL_KINESIS", kinesis.endpoint().toString());
  }

  /** To its database, for what must be there before. */
  Connection connect() throws SQLException {
    return postgres.connect(database);
  }

  /** Returns when the load has ended well. */
  void run(Class<?> load, String... args) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of("taskset", "-c", CORE, java, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(), load.getName()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    var exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("The load ended with " + exit);
    }
  }

  private String classPath() {
    var own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> BESIDE_THE_JAR.stream().anyMatch(entry::contains));
    return Stream.concat(Stream.of(jar), own).collect(Collectors.joining(File.pathSeparator));
  }
}
