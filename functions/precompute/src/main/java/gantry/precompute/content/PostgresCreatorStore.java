package gantry.precompute.content;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Who makes roadmaps, and who follows them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresCreatorStore extends GenericRepository<Creator, String> {
  String ENSURE =
      """
      INSERT INTO content.creators (tenant, id, name, bio, named)
      VALUES (:tenant, :id, '', '', false)
      ON CONFLICT DO NOTHING
      """;

  String FIND =
      """
      SELECT c.id, c.name, c.bio,
             c.followers + (
               SELECT COALESCE(sum(i.followers), 0)
               FROM content.follow_increments i
               WHERE i.tenant = c.tenant AND i.creator = c.id
             ) AS followers
      FROM content.creators c
      WHERE c.tenant = :tenant AND c.id = :id
      """;

  String SET_NAME =
      """
      UPDATE content.creators
      SET name = :name, named = :named
      WHERE tenant = :tenant AND id = :id
      """;

  String SET_BIO =
      """
      UPDATE content.creators
      SET bio = :bio
      WHERE tenant = :tenant AND id = :id
      """;

  String FOLLOW =
      """
      INSERT INTO content.follows (tenant, creator, follower)
      VALUES (:tenant, :creator, :follower)
      ON CONFLICT DO NOTHING
      """;

  String UNFOLLOW =
      """
      DELETE FROM content.follows
      WHERE tenant = :tenant AND creator = :creator AND follower = :follower
      """;

  @Query(ENSURE)
  int ensure(String tenant, String id);

  @Query(FIND)
  Optional<Creator> find(String tenant, String id);

  @Query(SET_NAME)
  int setName(String tenant, String id, String name, boolean named);

  @Query(SET_BIO)
  int setBio(String tenant, String id, String bio);

  @Query(FOLLOW)
  int follow(String tenant, String creator, String follower);

  @Query(UNFOLLOW)
  int unfollow(String tenant, String creator, String follower);
}
