package gantry.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys, runs and answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresRequestStore extends GenericRepository<Claim, UUID> {
  /** A new key, an expired one, or the same request again after its run has died. */
  String CLAIM_IF_FREE =
      """
      INSERT INTO idempotency.requests AS r
        (claim, tenant, caller, route, key, fingerprint, claimed_at, leased_until, expires_at)
      VALUES
        (:claim, :tenant, :caller, :route, :key, :fingerprint, :claimedAt, :leasedUntil, :expiresAt)
      ON CONFLICT (tenant, caller, route, key) DO UPDATE
      SET claim = EXCLUDED.claim, fingerprint = EXCLUDED.fingerprint,
          claimed_at = EXCLUDED.claimed_at, leased_until = EXCLUDED.leased_until,
          expires_at = EXCLUDED.expires_at, status = NULL, headers = NULL, body = NULL
      WHERE r.expires_at <= EXCLUDED.claimed_at
         OR (r.status IS NULL
             AND r.leased_until <= EXCLUDED.claimed_at
             AND r.fingerprint = EXCLUDED.fingerprint)
      RETURNING claim
      """;

  String FIND =
      """
      SELECT claim, fingerprint, status, headers, body
      FROM idempotency.requests
      WHERE tenant = :tenant AND caller = :caller AND route = :route AND key = :key
      """;

  String ANSWER =
      """
      UPDATE idempotency.requests
      SET status = :status, headers = :headers, body = :body
      WHERE claim = :claim AND status IS NULL
      """;

  String RELEASE =
      """
      DELETE FROM idempotency.requests
      WHERE claim = :claim AND status IS NULL
      """;

  @Query(CLAIM_IF_FREE)
  @Nullable UUID claimIfFree(Claim wanted);

  @Query(FIND)
  Optional<KnownRequest> find(String tenant, String caller, String route, String key);

  /** 0 when the run has lost its claim to a later one. */
  @Query(ANSWER)
  int answer(UUID claim, int status, String headers, @Nullable String body);

  @Query(RELEASE)
  int release(UUID claim);

  default Optional<KnownRequest> find(KeyedRequest request) {
    var scope = request.scope();
    return find(scope.tenant(), scope.caller(), scope.route(), request.key());
  }
}
