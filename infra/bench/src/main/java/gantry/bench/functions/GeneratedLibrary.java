package gantry.bench.functions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills a migrated content library: who makes roadmaps, and what happened to each on which day. */
final class GeneratedLibrary {
  static final String TENANT = "bench";

  private static final int CREATORS = 10_000;
  private static final int ROADMAPS = 100_000;
  private static final int DAYS_OF_EACH = 20;

  /** Neither triggers nor foreign keys: what is generated fits, and is counted already. */
  private static final List<String> FILL =
      List.of(
          "SET session_replication_role = replica",
          "SELECT setseed(0.42)",
          """
          INSERT INTO content.creators (tenant, id, name, bio, named, followers)
          SELECT '%s', 'c' || n, 'Name ' || n, '', n %% 10 > 0, floor(10000 / n)
          FROM generate_series(1, %d) n
          """
              .formatted(TENANT, CREATORS),
          """
          INSERT INTO content.roadmaps
            (id, tenant, owner, title, description, topic, public, featured_at, lessons,
             created_at, updated_at, views, clones, ratings, stars, heat, active_on)
          SELECT gen_random_uuid(), '%s', 'c' || 1 + n %% %d, 'Roadmap ' || n, 'About it.',
                 'topic ' || n %% 50, n %% 10 > 0, CASE WHEN n %% 5000 = 1 THEN now() END, '[]',
                 now() - n * interval '5 minutes', now(), floor(power(random(), 4) * 10000),
                 n %% 7, rated, rated * (2 + n %% 4), 4600 + 10 * random(), current_date
          FROM (SELECT n, n %% 12 AS rated FROM generate_series(1, %d) n) numbers
          """
              .formatted(TENANT, CREATORS, ROADMAPS),
          """
          INSERT INTO content.days (roadmap, day, views, clones, ratings)
          SELECT id, current_date - day, 1 + floor(random() * 20), floor(random() * 2), day %% 2
          FROM content.roadmaps, generate_series(0, %d) day
          """
              .formatted(DAYS_OF_EACH - 1),
          "SET session_replication_role = origin",
          "VACUUM ANALYZE content.roadmaps, content.creators, content.days");

  private GeneratedLibrary() {}

  static void fill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : FILL) {
        statement.execute(sql);
      }
    }
  }
}
