package gantry.webhooks.overview;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Takes away what was concluded from events, one resource at a time. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresRebuildStore extends GenericRepository<ToldResource, String> {
  String NEXT =
      """
      SELECT provider, mode, resource_type, resource
      FROM webhooks.events
      WHERE resource_type IN ('subscriptions', 'subscription', 'orders', 'charge', 'invoice_payment')
        AND resource IS NOT NULL
        AND (provider, mode, resource_type, resource) > (:provider, :mode, :type, :resource)
      GROUP BY provider, mode, resource_type, resource
      ORDER BY provider, mode, resource_type, resource
      LIMIT :limit
      """;

  /** The row stays, so that whoever waits for its lock finds it again. */
  String BLANK_SUBSCRIPTION =
      """
      UPDATE webhooks.subscriptions
      SET clock = 'epoch', authority = -1, ahead = 0, terminality = 0, fingerprint = '',
          status = 'unknown', known_status = NULL, variant_id = NULL, order_id = NULL,
          item_id = NULL, renews_at = NULL, ends_at = NULL, trial_ends_at = NULL,
          pause_mode = NULL, resumes_at = NULL, past_due_since = NULL, suspect = false,
          user_id = NULL, tenant = NULL
      WHERE provider = :provider AND mode = :mode AND subscription_id = :resource
      """;

  String DELETE_STATES =
      """
      DELETE FROM webhooks.subscription_states
      WHERE provider = :provider AND mode = :mode AND subscription_id = :resource
      """;

  String DELETE_INVOICES =
      """
      DELETE FROM webhooks.invoices
      WHERE provider = :provider AND mode = :mode AND subscription_id = :resource
      """;

  String DELETE_BLANK =
      """
      DELETE FROM webhooks.subscriptions
      WHERE provider = :provider AND mode = :mode AND subscription_id = :resource
        AND authority = -1
      """;

  String LOCK_ORDER =
      """
      SELECT order_id
      FROM webhooks.orders
      WHERE provider = :provider AND mode = :mode AND order_id = :resource
      FOR UPDATE
      """;

  String DELETE_ENTRIES =
      """
      DELETE FROM webhooks.order_entries
      WHERE provider = :provider AND mode = :mode AND order_id = :resource
      """;

  String DELETE_ORDER =
      """
      DELETE FROM webhooks.orders
      WHERE provider = :provider AND mode = :mode AND order_id = :resource
      """;

  @Query(NEXT)
  List<ToldResource> next(String provider, String mode, String type, String resource, int limit);

  @Query(BLANK_SUBSCRIPTION)
  int blankSubscription(String provider, String mode, String resource);

  @Query(DELETE_STATES)
  int deleteStates(String provider, String mode, String resource);

  @Query(DELETE_INVOICES)
  int deleteInvoices(String provider, String mode, String resource);

  /** What no event brought back. */
  @Query(DELETE_BLANK)
  int deleteBlank(String provider, String mode, String resource);

  @Query(LOCK_ORDER)
  List<String> lockOrder(String provider, String mode, String resource);

  @Query(DELETE_ENTRIES)
  int deleteEntries(String provider, String mode, String resource);

  @Query(DELETE_ORDER)
  int deleteOrder(String provider, String mode, String resource);
}
