package gantry.webhooks.orders;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The newest known state of each order. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresOrderStore extends GenericRepository<OrderRow, String> {
  String INSERT_IF_ABSENT =
      """
      INSERT INTO webhooks.orders
        (provider, mode, order_id, currency, status, total, refunded, provider_time)
      VALUES (:provider, :mode, :orderId, :currency, :status, :total, :refunded, :providerTime)
      ON CONFLICT DO NOTHING
      """;

  String LOCK =
      """
      SELECT provider, mode, order_id, currency, status, total, refunded, provider_time
      FROM webhooks.orders
      WHERE provider = :provider AND mode = :mode AND order_id = :orderId
      FOR UPDATE
      """;

  String REPLACE =
      """
      UPDATE webhooks.orders
      SET currency = :currency, status = :status, total = :total, refunded = :refunded,
          provider_time = COALESCE(:providerTime, provider_time)
      WHERE provider = :provider AND mode = :mode AND order_id = :orderId
      """;

  @Query(INSERT_IF_ABSENT)
  int insertIfAbsent(OrderRow order);

  @Query(LOCK)
  OrderRow lock(String provider, String mode, String orderId);

  @Query(REPLACE)
  int replace(OrderRow order);
}
