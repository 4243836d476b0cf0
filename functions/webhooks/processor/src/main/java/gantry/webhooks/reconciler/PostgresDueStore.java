package gantry.webhooks.reconciler;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Which subscriptions' providers have to be asked, each by one process at a time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresDueStore extends GenericRepository<DueSubscription, String> {
  /**
   * Two states of one time, or one from the future, are asked about at once and twice at most. The
   * rest is due when a moment came, or comes soon, at which something should have happened.
   */
  String TAKE =
      """
      UPDATE webhooks.subscriptions s
      SET checked_at = :now, checks = s.checks + 1
      FROM (
        SELECT provider, mode, subscription_id
        FROM webhooks.subscriptions
        CROSS JOIN LATERAL (
          SELECT checked_at + :intervalSeconds
              * power(2, LEAST(GREATEST(checks, 1), 7) - 1) * interval '1 s' AS again_at) backoff
        WHERE provider IN (:providers)
          AND (suspect OR known_status IS DISTINCT FROM 'expired')
          AND (suspect AND checks < 2
            OR (again_at IS NULL OR again_at <= :now)
              AND (known_status IS NULL
                OR known_status IN ('active', 'on_trial', 'past_due') AND renews_at <= :overdue
                OR known_status = 'on_trial' AND trial_ends_at <= :overdue
                OR known_status = 'cancelled' AND ends_at <= :soon
                OR known_status = 'paused' AND resumes_at <= :now
                OR known_status = 'past_due'
                  AND (past_due_since IS NULL OR past_due_since <= :longPastDue)))
        ORDER BY again_at NULLS FIRST, subscription_id
        LIMIT :limit
        FOR UPDATE OF subscriptions SKIP LOCKED) due
      WHERE s.provider = due.provider AND s.mode = due.mode
        AND s.subscription_id = due.subscription_id
      RETURNING s.provider, s.mode, s.subscription_id
      """;

  String GIVE_BACK =
      """
      UPDATE webhooks.subscriptions
      SET checked_at = NULL, checks = GREATEST(0, checks - 1)
      WHERE provider = :provider AND mode = :mode AND subscription_id = :subscriptionId
      """;

  String POSTPONE =
      """
      UPDATE webhooks.subscriptions
      SET checks = GREATEST(0, checks - 1),
          checked_at = checked_at - :intervalSeconds
              * power(2, LEAST(GREATEST(checks - 1, 1), 7) - 1) * interval '1 s'
      WHERE provider = :provider AND mode = :mode AND subscription_id = :id
      """;

  String HEALED =
      """
      UPDATE webhooks.subscriptions
      SET checks = 0
      WHERE provider = :provider AND mode = :mode AND subscription_id = :subscriptionId
      """;

  @Query(TAKE)
  List<DueSubscription> take(
      List<String> providers,
      Instant now,
      Instant overdue,
      Instant soon,
      Instant longPastDue,
      long intervalSeconds,
      int limit);

  /** Nobody was asked: due again before all others. */
  @Query(GIVE_BACK)
  int giveBack(DueSubscription due);

  /** The provider did not answer: due again at once, behind all that are due already. */
  @Query(POSTPONE)
  int postpone(String provider, String mode, String id, long intervalSeconds);

  @Query(HEALED)
  int healed(DueSubscription due);
}
