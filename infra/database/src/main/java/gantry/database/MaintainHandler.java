package gantry.database;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import gantry.secrets.Secrets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each night purges what is of no use any more, retires what is of persons, renews statistics and
 * tells of idle indexes.
 */
public final class MaintainHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(MaintainHandler.class);

  private final Settings settings;
  private final Clock clock;

  public MaintainHandler() {
    this(System.getenv(), Secrets.ofEnvironment(Clock.systemUTC()), Clock.systemUTC());
  }

  MaintainHandler(Map<String, String> environment, Secrets secrets, Clock clock) {
    this.settings = new Settings(environment, secrets);
    this.clock = clock;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    var url = Patience.MAINTENANCE.limit(new PrimaryAddress(settings).find());
    try (var connection = DriverManager.getConnection(url, settings.user(), settings.password())) {
      return maintain(new Maintenance(connection, clock));
    } catch (SQLException e) {
      throw new IllegalStateException("Maintenance did not end", e);
    }
  }

  private Map<String, Object> maintain(Maintenance maintenance) throws SQLException {
    var retention = settings.retention();
    var months = maintenance.turnMonths();
    var retired = maintenance.retire(retention);
    var purged = maintenance.purge(retention);
    maintenance.analyze();
    var unused = maintenance.unusedIndexes();
    LOG.info(
        "Purged {} rows; retired {}; months {}; indexes that nobody reads: {}",
        purged,
        retired,
        months,
        unused);
    return Map.of("purged", purged, "retired", retired, "months", months, "unusedIndexes", unused);
  }
}
