package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every state that a subscription was told to be in, and the newest of them as the projection. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresStateStore extends GenericRepository<StateRow, String> {
  String ADD_ONCE =
      """
      INSERT INTO webhooks.subscription_states
        (provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint, status,
         variant_id, order_id, item_id, renews_at, ends_at, trial_ends_at, pause_mode, resumes_at,
         event)
      VALUES
        (:provider, :mode, :subscriptionId, :clock, :authority, :ahead, :terminality, :fingerprint,
         :status, :variantId, :orderId, :itemId, :renewsAt, :endsAt, :trialEndsAt, :pauseMode,
         :resumesAt, :event)
      ON CONFLICT DO NOTHING
      RETURNING subscription_id
      """;

  /** Without those that only repeat the one before them: some subscriptions are told of hourly. */
  String IN_ORDER =
      """
      SELECT provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint,
             status, variant_id, order_id, item_id, renews_at, ends_at, trial_ends_at, pause_mode,
             resumes_at, event
      FROM (
        SELECT provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint,
               status, variant_id, order_id, item_id, renews_at, ends_at, trial_ends_at,
               pause_mode, resumes_at, event,
               lag(fingerprint) OVER told AS before, lag(ahead) OVER told AS ahead_before,
               lead(clock) OVER told AS next_clock
        FROM webhooks.subscription_states
        WHERE provider = :provider AND mode = :mode AND subscription_id = :id
        WINDOW told AS (ORDER BY clock, authority, ahead, terminality, fingerprint COLLATE "C")
      ) states
      WHERE before IS DISTINCT FROM fingerprint OR ahead > 0 OR ahead_before > 0
        OR next_clock = clock
      ORDER BY clock, authority, ahead, terminality, fingerprint COLLATE "C"
      """;

  /** Leaves the row locked, also when the state is older than what it shows. */
  String APPLY =
      """
      INSERT INTO webhooks.subscriptions AS known
        (provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint, status,
         suspect)
      VALUES
        (:provider, :mode, :subscriptionId, :clock, :authority, :ahead, :terminality, :fingerprint,
         :status, false)
      ON CONFLICT (provider, mode, subscription_id) DO UPDATE
      SET clock = EXCLUDED.clock, authority = EXCLUDED.authority, ahead = EXCLUDED.ahead,
          terminality = EXCLUDED.terminality, fingerprint = EXCLUDED.fingerprint,
          status = EXCLUDED.status
      WHERE (known.clock, known.authority, known.ahead, known.terminality,
             known.fingerprint COLLATE "C")
          < (EXCLUDED.clock, EXCLUDED.authority, EXCLUDED.ahead, EXCLUDED.terminality,
             EXCLUDED.fingerprint COLLATE "C")
      RETURNING subscription_id
      """;

  /** Null when the projection shows something newer. */
  @Query(APPLY)
  @Nullable String apply(StateRow state);

  /** Null when this very state of that time is known. */
  @Query(ADD_ONCE)
  @Nullable String addOnce(StateRow state);

  @Query(IN_ORDER)
  List<StateRow> inOrder(String provider, String mode, String id);
}
