package gantry.webhooks.orders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The newest known state of each order. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresOrderStore extends GenericRepository<OrderRow, String> {
  String INSERT_IF_ABSENT =
      """
      INSERT INTO webhooks.orders
        (provider, mode, order_id, currency, status, total, refunded, provider_time,
         variant_id, user_id, tenant)
      VALUES (:provider, :mode, :orderId, :currency, :status, :total, :refunded, :providerTime,
              :variantId, :userId, :tenant)
      ON CONFLICT DO NOTHING
      """;

  String LOCK =
      """
      SELECT provider, mode, order_id, currency, status, total, refunded, provider_time,
             variant_id, user_id, tenant
      FROM webhooks.orders
      WHERE provider = :provider AND mode = :mode AND order_id = :orderId
      FOR UPDATE
      """;

  String FIND =
      """
      SELECT provider, mode, order_id, currency, status, total, refunded, provider_time,
             variant_id, user_id, tenant
      FROM webhooks.orders
      WHERE provider = :provider AND mode = :mode AND order_id = :orderId
      """;

  String REPLACE =
      """
      UPDATE webhooks.orders
      SET currency = :currency, status = :status, total = :total, refunded = :refunded,
          provider_time = COALESCE(:providerTime, provider_time),
          variant_id = COALESCE(:variantId, variant_id),
          tenant = CASE WHEN user_id IS NULL THEN :tenant ELSE tenant END,
          user_id = COALESCE(user_id, :userId)
      WHERE provider = :provider AND mode = :mode AND order_id = :orderId
      """;

  /** Theirs is the subscription's access, not one of the order's own. */
  String IS_OF_SUBSCRIPTION =
      """
      SELECT EXISTS (
        SELECT FROM webhooks.subscriptions
        WHERE provider = :provider AND mode = :mode AND order_id = :orderId)
      """;

  String WAS_PAID =
      """
      SELECT EXISTS (
        SELECT FROM webhooks.order_entries
        WHERE provider = :provider AND mode = :mode AND order_id = :orderId AND kind = 'PAYMENT')
      """;

  @Query(INSERT_IF_ABSENT)
  int insertIfAbsent(OrderRow order);

  @Query(LOCK)
  OrderRow lock(String provider, String mode, String orderId);

  @Query(FIND)
  Optional<OrderRow> find(String provider, String mode, String orderId);

  /** Whatever is thought of the payment now. */
  @Query(WAS_PAID)
  boolean wasPaid(String provider, String mode, String orderId);

  @Query(IS_OF_SUBSCRIPTION)
  boolean isOfSubscription(String provider, String mode, String orderId);

  @Query(REPLACE)
  int replace(OrderRow order);
}
