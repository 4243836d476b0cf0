package gantry.precompute.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Roadmaps, one by one. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresRoadmapStore extends GenericRepository<Roadmap, UUID> {
  String INSERT =
      """
      INSERT INTO content.roadmaps
        (id, tenant, owner, title, description, topic, public, lessons, source, created_at,
         updated_at)
      VALUES
        (:id, :tenant, :owner, :title, :description, :topic, :isPublic, CAST(:lessons AS jsonb),
         :source, :createdAt, :updatedAt)
      """;

  /** What is not rolled up yet is added: an own view shows at once. */
  String FIND =
      """
      SELECT r.id, r.tenant, r.owner, r.title, r.description, r.topic, r.public, r.featured_at,
             CAST(r.lessons AS text) AS lessons, r.source, r.created_at, r.updated_at,
             r.views + i.views AS views, r.clones + i.clones AS clones,
             r.ratings + i.ratings AS ratings, r.stars + i.stars AS stars
      FROM content.roadmaps r
      CROSS JOIN LATERAL (
        SELECT COALESCE(sum(views), 0) AS views, COALESCE(sum(clones), 0) AS clones,
               COALESCE(sum(ratings), 0) AS ratings, COALESCE(sum(stars), 0) AS stars
        FROM content.increments
        WHERE roadmap = r.id
      ) i
      WHERE r.id = :id AND r.tenant = :tenant
      """;

  String LOCK =
      """
      SELECT id, tenant, owner, title, description, topic, public, featured_at,
             CAST(lessons AS text) AS lessons, source, created_at, updated_at, views, clones,
             ratings, stars
      FROM content.roadmaps
      WHERE id = :id AND tenant = :tenant
      FOR UPDATE
      """;

  String UPDATE =
      """
      UPDATE content.roadmaps
      SET title = :title, description = :description, topic = :topic, public = :isPublic,
          featured_at = :featuredAt, lessons = CAST(:lessons AS jsonb), updated_at = :updatedAt
      WHERE id = :id
      """;

  String DELETE =
      """
      DELETE FROM content.roadmaps
      WHERE id = :id
      """;

  @Query(INSERT)
  void insert(Roadmap roadmap);

  @Query(FIND)
  Optional<Roadmap> find(UUID id, String tenant);

  /** For whoever is about to change it; its counters are without the last increments. */
  @Query(LOCK)
  Optional<Roadmap> lock(UUID id, String tenant);

  @Query(UPDATE)
  void update(Roadmap roadmap);

  @Query(DELETE)
  int delete(UUID id);
}
