package gantry.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The module's beans, with a password and a time that a test can change. */
@Factory
final class TestContext {
  static final Map<String, String> SECRETS = new HashMap<>();

  @Singleton
  @Replaces(Secrets.class)
  Secrets secrets(Clock clock) {
    return Secrets.of(SECRETS, clock);
  }

  @Singleton
  @Replaces(Clock.class)
  AdvancingClock clock() {
    return new AdvancingClock();
  }

  @Singleton
  MetricLines lines() {
    return new MetricLines(new ByteArrayOutputStream());
  }

  @Singleton
  @Replaces(Metrics.class)
  Metrics metrics(MetricLines lines, Clock clock) {
    return new Metrics(new PrintStream(lines.bytes(), true, UTF_8), clock);
  }

  /** What was reported so far. */
  record MetricLines(ByteArrayOutputStream bytes) {
    String text() {
      return bytes.toString(UTF_8);
    }
  }

  static ApplicationContext start(String url, Map<String, Object> settings) {
    SECRETS.put("DATABASE_PASSWORD", PostgresServer.PASSWORD);
    var properties = new HashMap<>(settings);
    properties.put("database.url", url);
    properties.put("database.user", PostgresServer.USER);
    return ApplicationContext.run(properties);
  }
}
