package gantry.fakefollowers.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Scored followers, their duplicates and the summary. Rows are locked in one order (groups,
 * followers, tallies, each sorted), so that batches of one audit wait for each other and never in a
 * circle.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresScoreStore extends GenericRepository<KnownFollower, Integer> {
  String ADD_TO_GROUPS =
      """
      WITH grown AS (
        INSERT INTO followers.duplicate_groups AS known (audit, kind, key, members)
        SELECT :audit, kind, key, members
        FROM json_to_recordset(CAST(:groups AS json))
          AS added (kind text, key bigint, members integer)
        ORDER BY kind, key
        ON CONFLICT (audit, kind, key)
        DO UPDATE SET members = known.members + excluded.members
        RETURNING kind, key, members
      )
      SELECT kind, key, members
      FROM grown
      """;

  String INSERT =
      """
      INSERT INTO followers.followers
        (audit, batch, place, verdict, name_key, handle_key, name_level, handle_level, result)
      SELECT :audit, batch, place, verdict, "nameKey", "handleKey", "nameLevel", "handleLevel",
             CAST(result AS json)
      FROM json_to_recordset(CAST(:rows AS json)) AS added
        (batch integer, place integer, verdict text, "nameKey" bigint, "handleKey" bigint,
         "nameLevel" integer, "handleLevel" integer, result text)
      """;

  /** By one index each: one condition on both keys would read the whole audit for each batch. */
  String LOCK_MEMBERS =
      """
      SELECT known.batch, known.place, known.name_key, known.handle_key, known.name_level,
             known.handle_level, CAST(known.result AS text) AS result
      FROM (
        SELECT f.batch, f.place
        FROM json_to_recordset(CAST(:groups AS json)) AS crossed (kind text, key bigint)
        JOIN followers.followers f ON f.audit = :audit AND f.name_key = crossed.key
        WHERE crossed.kind = 'name'
        UNION
        SELECT f.batch, f.place
        FROM json_to_recordset(CAST(:groups AS json)) AS crossed (kind text, key bigint)
        JOIN followers.followers f ON f.audit = :audit AND f.handle_key = crossed.key
        WHERE crossed.kind = 'handle') members
      JOIN followers.followers known
        ON known.audit = :audit AND known.batch = members.batch AND known.place = members.place
      ORDER BY known.batch, known.place
      FOR UPDATE OF known
      """;

  String UPDATE =
      """
      UPDATE followers.followers AS known
      SET verdict = changed.verdict, name_level = changed."nameLevel",
          handle_level = changed."handleLevel"
      FROM json_to_recordset(CAST(:rows AS json)) AS changed
        (batch integer, place integer, verdict text, "nameLevel" integer, "handleLevel" integer)
      WHERE known.audit = :audit AND known.batch = changed.batch AND known.place = changed.place
      """;

  String ADD_TO_TALLIES =
      """
      INSERT INTO followers.tallies AS known (audit, kind, name, followers)
      SELECT :audit, kind, name, followers
      FROM json_to_recordset(CAST(:tallies AS json)) AS added (kind text, name text, followers bigint)
      ORDER BY kind, name
      ON CONFLICT (audit, kind, name)
      DO UPDATE SET followers = known.followers + excluded.followers
      """;

  String PAGE =
      """
      SELECT batch, place, name_key, handle_key, name_level, handle_level,
             CAST(result AS text) AS result
      FROM followers.followers
      WHERE audit = :audit
        AND (CAST(:verdict AS text) IS NULL OR verdict = :verdict)
        AND (batch, place) > (:batch, :place)
      ORDER BY batch, place
      LIMIT :limit
      """;

  @Query(PAGE)
  List<KnownFollower> page(UUID audit, @Nullable String verdict, int batch, int place, int limit);

  @Query(ADD_TO_GROUPS)
  List<GroupRow> addToGroups(UUID audit, String groups);

  @Query(INSERT)
  int insert(UUID audit, String rows);

  @Query(LOCK_MEMBERS)
  List<KnownFollower> lockMembers(UUID audit, String groups);

  @Query(UPDATE)
  int update(UUID audit, String rows);

  @Query(ADD_TO_TALLIES)
  int addToTallies(UUID audit, String tallies);
}
