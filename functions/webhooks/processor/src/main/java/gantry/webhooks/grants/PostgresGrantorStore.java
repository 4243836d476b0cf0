package gantry.webhooks.grants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** Everything that may give a user access, in one question. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresGrantorStore extends GenericRepository<GrantorRow, String> {
  /**
   * A subscription counts as refunded when its newest paid period is, and that of the first period
   * may have been its order. An order counts by itself when no subscription came of it.
   */
  String OF_USER =
      """
      SELECT 'SUBSCRIPTION' AS kind, 'subscription' AS source, s.subscription_id AS id,
             s.known_status AS status, s.variant_id, NULL AS plan, s.renews_at, s.ends_at,
             s.pause_mode, s.past_due_since,
             COALESCE(paid.newest_refunded, false)
               OR (paid.periods <= 1 AND EXISTS (
                 SELECT FROM webhooks.orders o
                 WHERE o.provider = s.provider AND o.mode = s.mode AND o.order_id = s.order_id
                   AND o.refunded > 0 AND o.refunded = o.total)) AS refunded,
             s.clock AS at
      FROM webhooks.subscriptions s
      CROSS JOIN LATERAL (
        SELECT count(*) AS periods,
               (array_agg(i.refunded > 0 AND i.refunded = i.total
                 ORDER BY i.billed_at DESC, length(i.invoice_id) DESC, i.invoice_id DESC))[1]
                 AS newest_refunded
        FROM webhooks.invoices i
        WHERE i.provider = s.provider AND i.mode = s.mode
          AND i.subscription_id = s.subscription_id
          AND i.paid AND i.billing_reason IS DISTINCT FROM 'updated') paid
      WHERE s.user_id = :user AND (s.tenant IS NULL OR s.tenant = :tenant) AND s.mode IN (:modes)
      UNION ALL
      SELECT 'ORDER', 'order', o.order_id, o.status, o.variant_id, NULL, NULL, NULL, NULL, NULL,
             o.refunded > 0 AND o.refunded = o.total, o.provider_time
      FROM webhooks.orders o
      WHERE o.user_id = :user AND (o.tenant IS NULL OR o.tenant = :tenant) AND o.mode IN (:modes)
        AND (o.status IN ('paid', 'refunded', 'partial_refund') OR o.refunded > 0)
        AND NOT EXISTS (
          SELECT FROM webhooks.subscriptions s
          WHERE s.provider = o.provider AND s.mode = o.mode AND s.order_id = o.order_id)
      UNION ALL
      SELECT 'GRANT', g.source, g.grant_id, NULL, NULL, g.plan, NULL, g.until, NULL, NULL, false,
             g.starts_at
      FROM webhooks.grants g
      WHERE g.user_id = :user AND (g.tenant IS NULL OR g.tenant = :tenant)
        AND g.revoked_at IS NULL AND g.starts_at <= :now
      """;

  @Query(OF_USER)
  List<GrantorRow> ofUser(String tenant, String user, List<String> modes, Instant now);
}
