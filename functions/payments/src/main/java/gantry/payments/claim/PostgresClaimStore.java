package gantry.payments.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresClaimStore extends GenericRepository<ClaimRow, UUID> {
  String COLUMNS =
      """
      SELECT id, intent, tenant, user_id, submission, hint, outcome, reason, chain, hash, currency,
             units, legs, answer, attempt, next_check_at, watch_until, created_at, updated_at
      FROM payments.claims
      """;

  String INSERT_IF_NEW =
      """
      INSERT INTO payments.claims
        (id, intent, tenant, user_id, submission, hint, outcome, reason, chain, hash, currency,
         units, legs, answer, attempt, next_check_at, watch_until, created_at, updated_at)
      VALUES
        (:id, :intent, :tenant, :userId, :submission, :hint, :outcome, :reason, :chain, :hash,
         :currency, :units, :legs, :answer, :attempt, :nextCheckAt, :watchUntil, :createdAt,
         :updatedAt)
      ON CONFLICT (intent, submission) DO NOTHING
      RETURNING id
      """;

  String UPDATE =
      """
      UPDATE payments.claims
      SET submission = :submission, outcome = :outcome, reason = :reason, chain = :chain,
          hash = :hash, currency = :currency, units = :units, legs = :legs, answer = :answer,
          attempt = :attempt, next_check_at = :nextCheckAt, updated_at = :updatedAt,
          looking_until = NULL
      WHERE id = :id
      """;

  String FIND = COLUMNS + "WHERE id = :id";

  String LOCK = COLUMNS + "WHERE id = :id FOR UPDATE";

  String FIND_SUBMITTED = COLUMNS + "WHERE intent = :intent AND submission = :submission";

  String OF_INTENT = COLUMNS + "WHERE intent = :intent ORDER BY created_at, id";

  String NEWEST_FIRST =
      COLUMNS
          + """
          WHERE (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
            AND (created_at, id) < (:beforeTime, :beforeId)
          ORDER BY created_at DESC, id DESC
          LIMIT :limit
          """;

  String DUE =
      COLUMNS
          + """
          WHERE next_check_at < :before
          ORDER BY next_check_at
          LIMIT :limit
          """;

  String LEAD =
      """
      UPDATE payments.claims
      SET looking_until = :until
      WHERE id = :id AND (looking_until IS NULL OR looking_until <= :now)
      """;

  String FORGET_HINT =
      """
      UPDATE payments.claims
      SET hint = NULL
      WHERE id = :id
      """;

  @Query(INSERT_IF_NEW)
  @Nullable UUID insertIfNew(ClaimRow claim);

  @Query(UPDATE)
  int update(ClaimRow claim);

  /** 0 while somebody else looks. */
  @Query(LEAD)
  int lead(UUID id, Instant until, Instant now);

  @Query(FIND)
  Optional<ClaimRow> find(UUID id);

  @Query(LOCK)
  Optional<ClaimRow> lock(UUID id);

  @Query(FIND_SUBMITTED)
  Optional<ClaimRow> findSubmitted(UUID intent, String submission);

  @Query(OF_INTENT)
  List<ClaimRow> ofIntent(UUID intent);

  @Query(NEWEST_FIRST)
  List<ClaimRow> newestFirst(
      @Nullable String outcome, Instant beforeTime, UUID beforeId, int limit);

  @Query(DUE)
  List<ClaimRow> due(Instant before, int limit);

  @Query(FORGET_HINT)
  int forgetHint(UUID id);
}
