package gantry.postgres;

import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The module's beans, with a password that a test can change. */
@Factory
final class TestContext {
  static final Map<String, String> SECRETS = new HashMap<>();

  @Singleton
  @Replaces(Secrets.class)
  Secrets secrets(Clock clock) {
    return Secrets.of(SECRETS, clock);
  }

  static ApplicationContext start(String url, Map<String, Object> settings) {
    SECRETS.put("DATABASE_PASSWORD", PostgresServer.PASSWORD);
    var properties = new HashMap<>(settings);
    properties.put("database.url", url);
    properties.put("database.user", PostgresServer.USER);
    return ApplicationContext.run(properties);
  }
}
