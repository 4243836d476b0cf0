package gantry.database;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the database, as CloudFormation's custom resource once per deployment or when somebody
 * invokes it; running it again changes nothing.
 */
public final class MigrateHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(MigrateHandler.class);

  private final Settings settings;
  private final CloudFormation cloudFormation = new CloudFormation();

  public MigrateHandler() {
    this(System.getenv(), Secrets.ofEnvironment(Clock.systemUTC()));
  }

  MigrateHandler(Map<String, String> environment, Secrets secrets) {
    this.settings = new Settings(environment, secrets);
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    var asked = StackRequest.of(event);
    if (asked.isEmpty()) {
      return Map.of("migrations", migrate());
    }
    var answer = answer(asked.get(), context);
    cloudFormation.tell(asked.get(), answer);
    return Map.of("status", answer.status());
  }

  /**
   * A failure is an answer too, since CloudFormation waits for one. It is not thrown on: Lambda
   * would run the event again although it has been answered.
   */
  private StackAnswer answer(StackRequest asked, Context context) {
    try {
      return StackAnswer.succeeded(asked.isDeletion() ? 0 : migrate());
    } catch (RuntimeException e) {
      LOG.error("The migrations failed", e);
      return StackAnswer.failed(e, context.getLogStreamName());
    }
  }

  private int migrate() {
    var url = Patience.MIGRATION.limit(new PrimaryAddress(settings).find());
    return Migrations.migrate(url, settings.user(), settings.password());
  }
}
