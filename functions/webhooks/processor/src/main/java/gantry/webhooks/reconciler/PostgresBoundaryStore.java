package gantry.webhooks.reconciler;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What the clock has begun and ended, each by one process and once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresBoundaryStore extends GenericRepository<DueSubscription, String> {
  String TAKE_SUBSCRIPTIONS =
      """
      UPDATE webhooks.subscriptions s
      SET end_told = due.ends
      FROM (
        SELECT provider, mode, subscription_id, ends
        FROM webhooks.subscriptions
        CROSS JOIN LATERAL (
          SELECT CASE known_status
                   WHEN 'cancelled' THEN COALESCE(ends_at, renews_at)
                   ELSE past_due_since + :graceSeconds * interval '1 s' END AS ends) ending
        WHERE known_status IN ('cancelled', 'past_due') AND user_id IS NOT NULL
          AND ends <= :now AND end_told IS DISTINCT FROM ends
        LIMIT :limit
        FOR UPDATE OF subscriptions SKIP LOCKED) due
      WHERE s.provider = due.provider AND s.mode = due.mode
        AND s.subscription_id = due.subscription_id
      RETURNING s.provider, s.mode, s.subscription_id
      """;

  String TAKE_GRANTS =
      """
      UPDATE webhooks.grants
      SET end_told = until
      WHERE grant_id IN (
        SELECT grant_id
        FROM webhooks.grants
        WHERE until <= :now AND end_told IS NULL AND revoked_at IS NULL AND user_id IS NOT NULL
        LIMIT :limit
        FOR UPDATE SKIP LOCKED)
      RETURNING grant_id
      """;

  String TAKE_STARTS =
      """
      UPDATE webhooks.grants
      SET start_told = starts_at
      WHERE grant_id IN (
        SELECT grant_id
        FROM webhooks.grants
        WHERE starts_at <= :now AND start_told IS NULL AND revoked_at IS NULL
          AND user_id IS NOT NULL
        LIMIT :limit
        FOR UPDATE SKIP LOCKED)
      RETURNING grant_id
      """;

  @Query(TAKE_SUBSCRIPTIONS)
  List<DueSubscription> takeSubscriptions(Instant now, long graceSeconds, int limit);

  @Query(TAKE_GRANTS)
  List<String> takeGrants(Instant now, int limit);

  @Query(TAKE_STARTS)
  List<String> takeStarts(Instant now, int limit);
}
