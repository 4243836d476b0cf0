package gantry.database;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.Map;

/** Migrates the database once per deployment; running it again changes nothing. */
public final class MigrateHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Map<String, String> environment;
  private final Secrets secrets;

  public MigrateHandler() {
    this(System.getenv(), Secrets.ofEnvironment(Clock.systemUTC()));
  }

  MigrateHandler(Map<String, String> environment, Secrets secrets) {
    this.environment = environment;
    this.secrets = secrets;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    var executed =
        Migrations.migrate(
            setting("DATABASE_URL"),
            setting("DATABASE_USER"),
            secrets.find("DATABASE_PASSWORD").orElseThrow(() -> missing("DATABASE_PASSWORD")));
    return Map.of("migrations", executed);
  }

  private String setting(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException(name + " is not set");
  }
}
