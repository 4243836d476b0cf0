package gantry.webhooks.overview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subscriptions as the operator sees them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresOverviewStore extends GenericRepository<SubscriptionItem, String> {
  String NEWEST_FIRST =
      """
      SELECT subscription_id AS id, provider, mode, status, user_id, tenant, variant_id, order_id,
             renews_at, ends_at, trial_ends_at, pause_mode, resumes_at, past_due_since,
             clock AS updated_at, suspect AS disputed
      FROM webhooks.subscriptions
      WHERE (CAST(:user AS text) IS NULL OR user_id = :user)
        AND (CAST(:status AS text) IS NULL OR status = :status)
        AND (clock, provider, mode, subscription_id)
          < (:beforeTime, :beforeProvider, :beforeMode, :beforeId)
      ORDER BY clock DESC, provider DESC, mode DESC, subscription_id DESC
      LIMIT :limit
      """;

  String NAMED =
      """
      SELECT subscription_id AS id, provider, mode, status, user_id, tenant, variant_id, order_id,
             renews_at, ends_at, trial_ends_at, pause_mode, resumes_at, past_due_since,
             clock AS updated_at, suspect AS disputed
      FROM webhooks.subscriptions
      WHERE subscription_id = :id
        AND provider = COALESCE(CAST(:provider AS text), provider)
        AND mode = COALESCE(CAST(:mode AS text), mode)
      ORDER BY mode, provider
      LIMIT 1
      """;

  @Query(NEWEST_FIRST)
  List<SubscriptionItem> newestFirst(
      @Nullable String user,
      @Nullable String status,
      Instant beforeTime,
      String beforeProvider,
      String beforeMode,
      String beforeId,
      int limit);

  /** Live ones first: providers may use a number in both modes. */
  @Query(NAMED)
  List<SubscriptionItem> named(String id, @Nullable String provider, @Nullable String mode);
}
