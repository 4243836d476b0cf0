package gantry.precompute.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Public roadmaps in order; counters are those of the last roll-up. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresRoadmapListStore extends GenericRepository<RoadmapItem, UUID> {
  String NEWEST_FIRST =
      """
      SELECT id, owner, title, topic, views, clones, ratings,
             CAST(COALESCE(1.0 * stars / NULLIF(ratings, 0), 0) AS float8) AS average_rating,
             created_at, CAST(0 AS float8) AS relevance
      FROM content.roadmaps
      WHERE tenant = :tenant
        AND public
        AND (CAST(:topic AS text) IS NULL OR topic = :topic)
        AND (created_at, id) < (:createdAt, :id)
      ORDER BY created_at DESC, id DESC
      LIMIT :limit
      """;

  /** Words are taken as people write them: "quoted", -without, or. */
  String MOST_RELEVANT_FIRST =
      """
      SELECT id, owner, title, topic, views, clones, ratings,
             CAST(COALESCE(1.0 * stars / NULLIF(ratings, 0), 0) AS float8) AS average_rating,
             created_at, CAST(ts_rank(search, words) AS float8) AS relevance
      FROM content.roadmaps, websearch_to_tsquery('simple', :words) words
      WHERE tenant = :tenant
        AND public
        AND search @@ words
        AND (CAST(:topic AS text) IS NULL OR topic = :topic)
        AND (CAST(ts_rank(search, words) AS float8), created_at, id)
          < (CAST(:relevance AS float8), :createdAt, :id)
      ORDER BY relevance DESC, created_at DESC, id DESC
      LIMIT :limit
      """;

  @Query(NEWEST_FIRST)
  List<RoadmapItem> newestFirst(
      String tenant, @Nullable String topic, Instant createdAt, UUID id, int limit);

  @Query(MOST_RELEVANT_FIRST)
  List<RoadmapItem> mostRelevantFirst(
      String tenant,
      String words,
      @Nullable String topic,
      double relevance,
      Instant createdAt,
      UUID id,
      int limit);
}
