package gantry.precompute.dashboard;

import gantry.precompute.Ages;
import gantry.precompute.View;
import gantry.precompute.View.Content;
import gantry.precompute.View.Scope;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Declares the page. */
@Factory
final class DashboardFactory {
  private static final Ages AGES =
      new Ages(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(30));

  private static final String QUERY =
      """
      SELECT jsonb_build_object(
               'roadmaps', own.cards, 'progress', learned.cards, 'followers', known.followers,
               'usage', jsonb_build_object(
                 'roadmaps', total.roadmaps, 'public', total.public, 'views', total.views,
                 'clones', total.clones, 'ratings', total.ratings,
                 'viewsInThirtyDays', recent.views, 'learned', started.roadmaps,
                 'completedLessons', started.lessons)) AS body,
             total.roadmaps + started.roadmaps + known.followers AS items
      FROM caller
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT jsonb_build_object(
                   'id', id, 'title', title, 'topic', topic, 'public', public,
                   'featured', featured_at IS NOT NULL, 'views', views, 'clones', clones,
                   'ratings', ratings,
                   'averageRating', COALESCE(round(1.0 * stars / NULLIF(ratings, 0), 2), 0),
                   'updatedAt', updated_at) AS card
          FROM content.roadmaps
          WHERE tenant = caller.tenant AND owner = caller.id
          ORDER BY created_at DESC, id DESC
          LIMIT 20
        ) newest
      ) own
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT jsonb_build_object(
                   'id', r.id, 'title', r.title, 'completedLessons', p.completed_lessons,
                   'lessons', jsonb_array_length(r.lessons), 'updatedAt', p.updated_at) AS card
          FROM content.progress p
          JOIN content.roadmaps r ON r.id = p.roadmap
          WHERE p.tenant = caller.tenant
            AND p.learner = caller.id
            AND (r.public OR r.owner = caller.id)
          ORDER BY p.updated_at DESC, p.roadmap
          LIMIT 20
        ) newest
      ) learned
      CROSS JOIN LATERAL (
        SELECT COALESCE(sum(followers), 0) AS followers
        FROM content.creators
        WHERE tenant = caller.tenant AND id = caller.id
      ) known
      CROSS JOIN LATERAL (
        SELECT count(*) AS roadmaps, count(*) FILTER (WHERE public) AS public,
               COALESCE(sum(views), 0) AS views, COALESCE(sum(clones), 0) AS clones,
               COALESCE(sum(ratings), 0) AS ratings
        FROM content.roadmaps
        WHERE tenant = caller.tenant AND owner = caller.id
      ) total
      CROSS JOIN LATERAL (
        SELECT COALESCE(sum(d.views), 0) AS views
        FROM content.roadmaps r
        JOIN content.days d ON d.roadmap = r.id
        CROSS JOIN clock
        WHERE r.tenant = caller.tenant
          AND r.owner = caller.id
          AND d.day > CAST(clock.now AT TIME ZONE 'UTC' AS date) - 30
      ) recent
      CROSS JOIN LATERAL (
        SELECT count(*) AS roadmaps, COALESCE(sum(completed_lessons), 0) AS lessons
        FROM content.progress
        WHERE tenant = caller.tenant AND learner = caller.id
      ) started
      """;

  private static final String EMPTY =
      """
      {"roadmaps": [], "progress": [], "followers": 0, "usage": {}}
      """;

  /** For half an hour without PostgreSQL; users' own pages are many. */
  @Singleton
  @Named("dashboard")
  View dashboard() {
    return new View("dashboard", Scope.USER, new Content(QUERY, EMPTY), 6, AGES);
  }
}
