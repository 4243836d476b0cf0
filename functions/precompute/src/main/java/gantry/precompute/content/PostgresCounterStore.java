package gantry.precompute.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.UUID;

/** Increments become counters: each row is taken once, in the statement that adds it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresCounterStore extends GenericRepository<Roadmap, UUID> {
  String TRY_LOCK =
      """
      SELECT pg_try_advisory_xact_lock(hashtext('content.increments'))
      """;

  /**
   * The oldest first, so that a changed rating never comes before the rating. A view weighs 1, a
   * rating 3, a clone 5; 4.3281 days is the half-life of three days over ln 2.
   */
  String ROLL_UP =
      """
      WITH taken AS (
        DELETE FROM content.increments
        WHERE id IN (SELECT id FROM content.increments ORDER BY id LIMIT :limit)
        RETURNING roadmap, day, views, clones, ratings, stars
      ),
      known AS (
        SELECT t.roadmap, t.day, sum(t.views) AS views, sum(t.clones) AS clones,
               sum(t.ratings) AS ratings, sum(t.stars) AS stars,
               CAST(sum(t.views + 5 * t.clones + 3 * t.ratings) AS float8) AS weight
        FROM taken t
        JOIN content.roadmaps r ON r.id = t.roadmap
        GROUP BY t.roadmap, t.day
      ),
      daily AS (
        INSERT INTO content.days AS d (roadmap, day, views, clones, ratings)
        SELECT roadmap, day, views, clones, ratings
        FROM known
        WHERE weight > 0
        ON CONFLICT (roadmap, day) DO UPDATE
        SET views = d.views + excluded.views, clones = d.clones + excluded.clones,
            ratings = d.ratings + excluded.ratings
      ),
      totals AS (
        SELECT roadmap, sum(views) AS views, sum(clones) AS clones, sum(ratings) AS ratings,
               sum(stars) AS stars, max(day) FILTER (WHERE weight > 0) AS active_on,
               ln(NULLIF(sum(weight * exp((day - CAST(:today AS date)) / 4.3281)), 0))
                 + (CAST(:today AS date) - DATE '1970-01-01') / 4.3281 AS heat
        FROM known
        GROUP BY roadmap
      ),
      counted AS (
        UPDATE content.roadmaps r
        SET views = r.views + t.views,
            clones = r.clones + t.clones,
            ratings = r.ratings + t.ratings,
            stars = r.stars + t.stars,
            active_on = GREATEST(r.active_on, t.active_on),
            heat = CASE
              WHEN r.heat IS NULL OR t.heat IS NULL THEN COALESCE(r.heat, t.heat)
              ELSE GREATEST(r.heat, t.heat) + ln(1 + exp(-LEAST(abs(r.heat - t.heat), 700)))
            END
        FROM totals t
        WHERE r.id = t.roadmap
      )
      SELECT count(*)
      FROM taken
      """;

  String ROLL_UP_FOLLOWERS =
      """
      WITH taken AS (
        DELETE FROM content.follow_increments
        WHERE id IN (SELECT id FROM content.follow_increments ORDER BY id LIMIT :limit)
        RETURNING tenant, creator, followers
      ),
      counted AS (
        UPDATE content.creators c
        SET followers = c.followers + t.followers
        FROM (
          SELECT tenant, creator, sum(followers) AS followers
          FROM taken
          GROUP BY tenant, creator
        ) t
        WHERE c.tenant = t.tenant AND c.id = t.creator
      )
      SELECT count(*)
      FROM taken
      """;

  String PURGE_VIEWS =
      """
      WITH purged AS (
        DELETE FROM content.views
        WHERE ctid IN (SELECT ctid FROM content.views WHERE day < :before LIMIT :limit)
        RETURNING day
      )
      SELECT count(*)
      FROM purged
      """;

  /** False when another process is at it. */
  @Query(TRY_LOCK)
  boolean tryLock();

  @Query(ROLL_UP)
  int rollUp(LocalDate today, int limit);

  @Query(ROLL_UP_FOLLOWERS)
  int rollUpFollowers(int limit);

  @Query(PURGE_VIEWS)
  int purgeViews(LocalDate before, int limit);
}
