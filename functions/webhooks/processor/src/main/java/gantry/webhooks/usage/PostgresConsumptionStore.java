package gantry.webhooks.usage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The ledger of usage: every attempt once. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresConsumptionStore extends GenericRepository<Consumption, String> {
  String FIND =
      """
      SELECT tenant, user_id, meter, consumption_id, amount, allowed, used, allowance, resets_at,
             at, rolled_back_at
      FROM webhooks.consumptions
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND consumption_id = :id
      """;

  String INSERT =
      """
      INSERT INTO webhooks.consumptions
        (tenant, user_id, meter, consumption_id, amount, allowed, used, allowance, resets_at, at)
      VALUES
        (:tenant, :userId, :meter, :consumptionId, :amount, :allowed, :used, :allowance, :resetsAt,
         :at)
      """;

  String ROLL_BACK =
      """
      UPDATE webhooks.consumptions
      SET rolled_back_at = :at
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND consumption_id = :id
        AND allowed AND rolled_back_at IS NULL
      """;

  @Query(FIND)
  Optional<Consumption> find(String tenant, String user, String meter, String id);

  @Query(INSERT)
  int insert(Consumption consumption);

  /** 0 when it was refused, or given back before. */
  @Query(ROLL_BACK)
  int rollBack(String tenant, String user, String meter, String id, Instant at);
}
