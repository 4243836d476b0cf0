package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** What follows from all states of a subscription together. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresTermsStore extends GenericRepository<SettledTerms, String> {
  String SETTLE =
      """
      UPDATE webhooks.subscriptions
      SET known_status = :knownStatus, variant_id = :variantId, order_id = :orderId,
          item_id = :itemId, renews_at = :renewsAt, ends_at = :endsAt,
          trial_ends_at = :trialEndsAt, pause_mode = :pauseMode, resumes_at = :resumesAt,
          past_due_since = :pastDueSince, suspect = :suspect,
          checks = CASE WHEN suspect AND :suspect THEN checks ELSE 0 END
      WHERE provider = :provider AND mode = :mode AND subscription_id = :subscriptionId
      """;

  @Query(SETTLE)
  int settle(SettledTerms terms);
}
