package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps the database quick, in small steps that stop nobody. */
final class Maintenance {
  /** SQS hands a delivery out again for 14 days at most. */
  private static final Duration DELIVERIES_KEPT = Duration.ofDays(60);

  /** As long may a deferred write be handed out; then nobody asks whether it was done. */
  private static final Duration DONE_WRITES_KEPT = Duration.ofDays(30);

  private static final int DELIVERY_MONTHS_KEPT = 2;

  /** Creating and dropping a month needs the table for a moment; nobody queues behind that. */
  private static final String LIMITS =
      "SET lock_timeout = '2s'; " + Patience.MAINTENANCE.statementTimeout();

  /** Unique ones keep an invariant, however seldom they are looked up. */
  private static final String UNUSED_INDEXES =
      """
      SELECT s.schemaname || '.' || s.indexrelname
      FROM pg_stat_user_indexes s
      JOIN pg_index i ON i.indexrelid = s.indexrelid
      WHERE s.idx_scan = 0 AND NOT i.indisunique AND pg_relation_size(s.indexrelid) > ?
      ORDER BY 1
      """;

  private static final long WORTH_TELLING = 1024 * 1024;

  private final Connection connection;
  private final Clock clock;
  private final Night night;

  Maintenance(Connection connection, Clock clock) throws SQLException {
    this.connection = connection;
    this.clock = clock;
    this.night = new Night(clock);
    execute(LIMITS);
  }

  /** What nobody asks for any more; answers how many rows that were. */
  int purge(Retention retention) throws SQLException {
    var now = clock.instant();
    return Expired.ANSWERED_REQUESTS.purge(connection, night, now)
        + Expired.DONE_WRITES.purge(connection, night, now.minus(DONE_WRITES_KEPT))
        + Expired.PUBLISHED_EVENTS.purge(connection, night, now.minus(retention.outbox()))
        + Expired.RECOVERED_ALERTS.purge(connection, night, now.minus(retention.alerts()))
        + Expired.DELIVERIES.purge(connection, night, now.minus(DELIVERIES_KEPT));
  }

  /** Of whom nobody needs to know any more; answers how many bodies and followers that were. */
  Map<String, Integer> retire(Retention retention) throws SQLException {
    var bodies = new RetiredBodies(connection, night);
    var followers = new RetiredFollowers(connection, night);
    return Map.of(
        "bodies", bodies.retire(retention.bodies(), retention.openBodies()),
        "followers", followers.retire(retention.followers()));
  }

  /** Creates months to come and drops those of no use; answers what it did. */
  List<String> turnMonths() throws SQLException {
    var deliveries = new MonthlyPartitions(connection, "webhooks.deliveries");
    var now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    var changes = new ArrayList<String>();
    deliveries.createAfter(now).forEach(month -> changes.add("+" + month));
    deliveries
        .dropBefore(now.minusMonths(DELIVERY_MONTHS_KEPT))
        .forEach(month -> changes.add("-" + month));
    return List.copyOf(changes);
  }

  /** Renews what the planner knows. */
  void analyze() throws SQLException {
    execute("ANALYZE");
  }

  /** Indexes that cost at each write and have never been read since the statistics began. */
  List<String> unusedIndexes() throws SQLException {
    try (var query = connection.prepareStatement(UNUSED_INDEXES)) {
      query.setLong(1, WORTH_TELLING);
      var names = new ArrayList<String>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return List.copyOf(names);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
