package gantry.database;

import static java.util.Comparator.comparingLong;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the one server that may be written to among those that DATABASE_URL names: the primary by
 * role and of the newest epoch. The driver would take the first that calls itself one.
 */
final class PrimaryAddress {
  private static final Logger LOG = LoggerFactory.getLogger(PrimaryAddress.class);
  private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://)([^/?]*)(.*)");

  private static final String IS_PRIMARY = "SELECT NOT pg_is_in_recovery()";
  private static final String HAS_EPOCHS = "SELECT to_regproc('cluster.standing') IS NOT NULL";
  private static final String STANDING = "SELECT cluster.standing()";

  /** Where a database that nobody has migrated yet will begin. */
  private static final long FIRST_EPOCH = 1;

  private final Settings settings;

  PrimaryAddress(Settings settings) {
    this.settings = settings;
  }

  private record Server(String url, long epoch) {}

  /** One address that nobody gave an epoch is taken as it is: Aurora and RDS Proxy know best. */
  String find() {
    var urls = hosts(settings.url());
    if (urls.size() == 1 && settings.epoch() == 0) {
      return urls.getFirst();
    }
    var least = Math.max(FIRST_EPOCH, settings.epoch());
    return urls.stream()
        .map(url -> new Server(url, standing(url)))
        .filter(server -> server.epoch() >= least)
        .max(comparingLong(Server::epoch))
        .map(Server::url)
        .orElseThrow(() ->
            new IllegalStateException(
                "No server of DATABASE_URL is the primary of epoch " + least + " or a newer one"));
  }

  private static List<String> hosts(String url) {
    var address = ADDRESS.matcher(url);
    return address.matches()
        ? Arrays.stream(address.group(2).split(","))
            .map(host -> address.group(1) + host.strip() + address.group(3))
            .toList()
        : List.of(url);
  }

  /** 0 for who may not be written to, or does not answer. */
  private long standing(String url) {
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      if (!is(statement, IS_PRIMARY)) {
        return 0;
      }
      return is(statement, HAS_EPOCHS) ? epoch(statement) : FIRST_EPOCH;
    } catch (SQLException e) {
      LOG.warn("A server of DATABASE_URL cannot be asked for its epoch: {}", e.getMessage());
      return 0;
    }
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        Patience.QUESTION.limit(url), settings.user(), settings.password());
  }

  private static boolean is(Statement statement, String question) throws SQLException {
    try (var row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static long epoch(Statement statement) throws SQLException {
    try (var row = statement.executeQuery(STANDING)) {
      row.next();
      return row.getLong(1);
    }
  }
}
