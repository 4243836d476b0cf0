package gantry.payments.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Grants that were bought, and whether they were sent. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresGrantStore extends GenericRepository<GrantRow, UUID> {
  String INSERT =
      """
      INSERT INTO payments.grants (claim, user_id, message, created_at, sent_at)
      VALUES (:claim, :userId, :message, :createdAt, :sentAt)
      ON CONFLICT DO NOTHING
      """;

  String UNSENT =
      """
      SELECT claim, user_id, message, created_at, sent_at
      FROM payments.grants
      WHERE sent_at IS NULL
      ORDER BY created_at
      LIMIT :limit
      """;

  String MARK_SENT =
      """
      UPDATE payments.grants
      SET sent_at = :at
      WHERE claim = :claim AND sent_at IS NULL
      """;

  @Query(INSERT)
  int insert(GrantRow grant);

  @Query(UNSENT)
  List<GrantRow> unsent(int limit);

  @Query(MARK_SENT)
  int markSent(UUID claim, Instant at);
}
