package gantry.database;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.Map;

/** Migrates the database once per deployment; running it again changes nothing. */
public final class MigrateHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Settings settings;

  public MigrateHandler() {
    this(System.getenv(), Secrets.ofEnvironment(Clock.systemUTC()));
  }

  MigrateHandler(Map<String, String> environment, Secrets secrets) {
    this.settings = new Settings(environment, secrets);
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    var executed = Migrations.migrate(settings.url(), settings.user(), settings.password());
    return Map.of("migrations", executed);
  }
}
