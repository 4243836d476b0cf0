package gantry.payments.intent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Intents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresIntentStore extends GenericRepository<IntentRow, UUID> {
  String INSERT =
      """
      INSERT INTO payments.intents
        (id, tenant, user_id, origin, plan, days, stated_payer, stated_payer_family, nonce,
         created_at, expires_at, credited_at)
      VALUES
        (:id, :tenant, :userId, :origin, :plan, :days, :statedPayer, :statedPayerFamily, :nonce,
         :createdAt, :expiresAt, :creditedAt)
      RETURNING id
      """;

  String FIND =
      """
      SELECT id, tenant, user_id, origin, plan, days, stated_payer, stated_payer_family, nonce,
             created_at, expires_at, credited_at
      FROM payments.intents
      WHERE id = :id
      """;

  String LOCK = FIND + "FOR UPDATE";

  String COUNT_OPEN =
      """
      SELECT count(*)
      FROM payments.intents
      WHERE tenant = :tenant AND user_id = :userId AND expires_at > :now AND credited_at IS NULL
      """;

  String CREDIT =
      """
      UPDATE payments.intents
      SET credited_at = :at
      WHERE id = :id AND credited_at IS NULL
      """;

  String REOPEN =
      """
      UPDATE payments.intents
      SET credited_at = NULL
      WHERE id = :id
      """;

  @Query(INSERT)
  @Nullable UUID insert(IntentRow intent);

  @Query(FIND)
  Optional<IntentRow> find(UUID id);

  @Query(LOCK)
  Optional<IntentRow> lock(UUID id);

  @Query(COUNT_OPEN)
  long countOpen(String tenant, String userId, Instant now);

  /** 0 when it had been credited before. */
  @Query(CREDIT)
  int credit(UUID id, Instant at);

  @Query(REOPEN)
  int reopen(UUID id);
}
