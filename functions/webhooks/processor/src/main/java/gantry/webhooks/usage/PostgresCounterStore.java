package gantry.webhooks.usage;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What is used of each meter since its last reset. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresCounterStore extends GenericRepository<Counter, String> {
  String LOCK =
      """
      INSERT INTO webhooks.usage_counters AS known (tenant, user_id, meter, used, resets_at)
      VALUES (:tenant, :user, :meter, 0, :newReset)
      ON CONFLICT (tenant, user_id, meter) DO UPDATE
      SET used = CASE WHEN known.resets_at <= :now THEN 0 ELSE known.used END,
          resets_at = CASE WHEN known.resets_at <= :now THEN :newReset ELSE known.resets_at END
      RETURNING meter, used, resets_at
      """;

  String ADD =
      """
      UPDATE webhooks.usage_counters
      SET used = used + :amount
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter
      """;

  String GIVE_BACK =
      """
      UPDATE webhooks.usage_counters
      SET used = greatest(0, used - :amount)
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND resets_at = :day
      """;

  String OF_USER =
      """
      SELECT meter, used, resets_at
      FROM webhooks.usage_counters
      WHERE tenant = :tenant AND user_id = :user
      """;

  /** Begins a new day when the old one is over. */
  @Query(LOCK)
  Counter lock(String tenant, String user, String meter, Instant now, Instant newReset);

  @Query(ADD)
  int add(String tenant, String user, String meter, long amount);

  /** 0 when the day in which it was consumed is over. */
  @Query(GIVE_BACK)
  int giveBack(String tenant, String user, String meter, long amount, Instant day);

  @Query(OF_USER)
  List<Counter> ofUser(String tenant, String user);
}
