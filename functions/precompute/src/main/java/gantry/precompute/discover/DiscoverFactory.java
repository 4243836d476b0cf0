package gantry.precompute.discover;

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
final class DiscoverFactory {
  /**
   * Trending looks at the two hundred hottest only, by an index, and adds up their last thirty days
   * exactly: a view weighs 1, a rating 3, a clone 5, halved every three days.
   */
  private static final String QUERY =
      """
      SELECT t.tenant AS subject,
             jsonb_build_object(
               'featured', featured.cards, 'trending', trending.cards,
               'highestRated', rated.cards, 'topCreators', creators.cards,
               'recentlyAdded', recent.cards, 'total', total.items) AS body,
             total.items
      FROM (SELECT DISTINCT tenant FROM content.creators) t
      CROSS JOIN LATERAL (
        SELECT count(*) AS items FROM content.roadmaps WHERE tenant = t.tenant AND public
      ) total
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT card
          FROM content.cards
          WHERE tenant = t.tenant AND featured_at IS NOT NULL
          ORDER BY featured_at DESC, id
          LIMIT 6
        ) first
      ) featured
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT card, days.score
          FROM (
            SELECT id, card
            FROM content.cards
            WHERE tenant = t.tenant AND heat IS NOT NULL
            ORDER BY heat DESC, id
            LIMIT 200
          ) hottest
          CROSS JOIN LATERAL (
            SELECT sum((d.views + 3 * d.ratings + 5 * d.clones)
                     * exp((d.day - CAST(clock.now AT TIME ZONE 'UTC' AS date)) / 4.3281)) AS score
            FROM content.days d, clock
            WHERE d.roadmap = hottest.id
              AND d.day > CAST(clock.now AT TIME ZONE 'UTC' AS date) - 30
          ) days
          WHERE days.score > 0
          ORDER BY days.score DESC, id
          LIMIT 10
        ) first
      ) trending
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT card
          FROM content.cards
          WHERE tenant = t.tenant AND rating_bound IS NOT NULL
          ORDER BY rating_bound DESC, ratings DESC, id
          LIMIT 10
        ) first
      ) rated
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT jsonb_build_object('id', c.id, 'name', c.name, 'followers', c.followers) AS card
          FROM content.creators c
          WHERE c.tenant = t.tenant
            AND c.named
            AND EXISTS (
              SELECT 1
              FROM content.roadmaps r
              WHERE r.tenant = c.tenant AND r.owner = c.id AND r.public)
          ORDER BY c.followers DESC, c.id
          LIMIT 10
        ) first
      ) creators
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(card), '[]') AS cards
        FROM (
          SELECT card
          FROM content.cards
          WHERE tenant = t.tenant
          ORDER BY created_at DESC, id DESC
          LIMIT 12
        ) first
      ) recent
      """;

  private static final String EMPTY =
      """
      {"featured": [], "trending": [], "highestRated": [], "topCreators": [], "recentlyAdded": [],
       "total": 0}
      """;

  /** A build may take its time; Redis keeps pages through a day without PostgreSQL. */
  private static final Ages AGES =
      new Ages(Duration.ofMinutes(5), Duration.ofMinutes(6), Duration.ofDays(1));

  @Singleton
  @Named("discover")
  View discover() {
    return new View("discover", Scope.TENANT, new Content(QUERY, EMPTY), 6, AGES);
  }
}
