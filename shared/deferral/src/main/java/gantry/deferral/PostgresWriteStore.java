package gantry.deferral;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Which writes that may wait are done; their ids are in the order of acceptance. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresWriteStore extends GenericRepository<WriteRow, UUID> {
  /** Until the end of the transaction. */
  String LOCK =
      """
      SELECT CAST(pg_advisory_xact_lock(hashtextextended(:group, 0)) AS text)
      """;

  String INSERT =
      """
      INSERT INTO deferral.writes (id, kind, subject, done_at)
      VALUES (:id, :kind, :subject, clock_timestamp())
      ON CONFLICT DO NOTHING
      """;

  String INSERT_IF_NEWEST =
      """
      INSERT INTO deferral.writes (id, kind, subject, done_at)
      SELECT :id, :kind, :subject, clock_timestamp()
      WHERE NOT EXISTS (
        SELECT FROM deferral.writes
        WHERE kind = :kind AND subject = :subject AND id > :id)
      ON CONFLICT DO NOTHING
      """;

  @Query(LOCK)
  String lock(String group);

  @Query(INSERT)
  int insert(UUID id, String kind, String subject);

  @Query(INSERT_IF_NEWEST)
  int insertIfNewest(UUID id, String kind, String subject);
}
