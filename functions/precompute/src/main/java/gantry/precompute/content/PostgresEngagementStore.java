package gantry.precompute.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What people do with roadmaps; nothing when the roadmap is deleted meanwhile. Triggers append what
 * is to be counted.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresEngagementStore extends GenericRepository<Roadmap, UUID> {
  String VIEW =
      """
      INSERT INTO content.views (day, roadmap, viewer)
      VALUES (:day, :roadmap, :viewer)
      ON CONFLICT DO NOTHING
      """;

  String CLONE =
      """
      INSERT INTO content.clones (roadmap, cloner, day)
      SELECT id, :cloner, :day
      FROM content.roadmaps
      WHERE id = :roadmap
      FOR KEY SHARE
      ON CONFLICT DO NOTHING
      """;

  String RATE =
      """
      INSERT INTO content.ratings (roadmap, rater, stars, day)
      SELECT id, :rater, :stars, :day
      FROM content.roadmaps
      WHERE id = :roadmap
      FOR KEY SHARE
      ON CONFLICT (roadmap, rater) DO UPDATE
      SET stars = excluded.stars, day = excluded.day
      """;

  String PROGRESS =
      """
      INSERT INTO content.progress (tenant, learner, roadmap, completed_lessons, updated_at)
      SELECT tenant, :learner, id, :completedLessons, :at
      FROM content.roadmaps
      WHERE id = :roadmap AND tenant = :tenant
      FOR KEY SHARE
      ON CONFLICT (tenant, learner, roadmap) DO UPDATE
      SET completed_lessons = excluded.completed_lessons, updated_at = excluded.updated_at
      """;

  @Query(VIEW)
  int view(UUID roadmap, String viewer, LocalDate day);

  @Query(CLONE)
  int clone(UUID roadmap, String cloner, LocalDate day);

  @Query(RATE)
  int rate(UUID roadmap, String rater, int stars, LocalDate day);

  @Query(PROGRESS)
  int progress(String tenant, String learner, UUID roadmap, int completedLessons, Instant at);
}
