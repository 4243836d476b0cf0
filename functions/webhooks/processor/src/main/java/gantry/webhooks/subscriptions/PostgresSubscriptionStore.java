package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The projection: one row per subscription. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresSubscriptionStore extends GenericRepository<SubscriptionRow, String> {
  String BIND =
      """
      UPDATE webhooks.subscriptions
      SET user_id = :userId, tenant = :tenant
      WHERE provider = :provider AND mode = :mode AND subscription_id = :id AND user_id IS NULL
      """;

  String LOCK =
      """
      SELECT provider, mode, subscription_id, clock, authority, ahead, terminality, fingerprint,
             status, known_status, variant_id, order_id, item_id, renews_at, ends_at, trial_ends_at,
             pause_mode, resumes_at, past_due_since, suspect, user_id, tenant
      FROM webhooks.subscriptions
      WHERE provider = :provider AND mode = :mode AND subscription_id = :id
      FOR UPDATE
      """;

  /** 0 when it has a user already. */
  @Query(BIND)
  int bind(String provider, String mode, String id, String userId, @Nullable String tenant);

  @Query(LOCK)
  Optional<SubscriptionRow> lock(String provider, String mode, String id);

  /** Empty, too, for a row that a rebuild has blanked: nobody has told of it yet. */
  default Optional<SubscriptionRow> lock(SubscriptionKey key) {
    return lock(key.provider().slug(), key.mode().slug(), key.id()).filter(row -> !row.isBlank());
  }
}
