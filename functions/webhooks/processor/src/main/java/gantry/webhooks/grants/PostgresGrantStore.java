package gantry.webhooks.grants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grants by their id, each once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresGrantStore extends GenericRepository<Grant, String> {
  /** Fills in a row that a revocation left; it stays revoked. */
  String GIVE =
      """
      INSERT INTO webhooks.grants AS known
        (grant_id, user_id, tenant, plan, source, starts_at, until, heard_at)
      VALUES (:grantId, :userId, :tenant, :plan, :source, :startsAt, :until, now())
      ON CONFLICT (grant_id) DO UPDATE
      SET user_id = EXCLUDED.user_id, tenant = EXCLUDED.tenant, plan = EXCLUDED.plan,
          source = EXCLUDED.source, starts_at = EXCLUDED.starts_at, until = EXCLUDED.until
      WHERE known.user_id IS NULL
      RETURNING grant_id
      """;

  String REVOKE =
      """
      INSERT INTO webhooks.grants AS known (grant_id, heard_at, revoked_at)
      VALUES (:grantId, :at, :at)
      ON CONFLICT (grant_id) DO UPDATE
      SET revoked_at = EXCLUDED.revoked_at
      WHERE known.revoked_at IS NULL
      """;

  String FIND =
      """
      SELECT grant_id, user_id, tenant, plan, source, starts_at, until, revoked_at
      FROM webhooks.grants
      WHERE grant_id = :grantId AND user_id IS NOT NULL
      """;

  String START_TOLD =
      """
      UPDATE webhooks.grants
      SET start_told = starts_at
      WHERE grant_id = :grantId AND start_told IS NULL
      """;

  /** Null when it was given before. */
  @Query(GIVE)
  @Nullable String give(Grant grant);

  @Query(REVOKE)
  int revoke(String grantId, Instant at);

  /** 0 when its start was told before. */
  @Query(START_TOLD)
  int startTold(String grantId);

  @Query(FIND)
  Optional<Grant> find(String grantId);
}
