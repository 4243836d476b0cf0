package gantry.webhooks.metering;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What has been, or has to be, reported. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostgresUsageReportStore extends GenericRepository<UsageReport, String> {
  /** Days before the subscription, and those that nobody reported for a month, are not theirs. */
  String COLLECT =
      """
      INSERT INTO webhooks.usage_reports
        (tenant, user_id, meter, day, item_id, quantity, action, state, changed_at)
      SELECT DISTINCT ON (used.tenant, used.user_id, used.day)
             used.tenant, used.user_id, :meter, used.day, s.item_id, used.quantity, :action, 'OPEN',
             :now
      FROM (
        SELECT c.tenant, c.user_id, c.resets_at AS day, sum(c.amount) AS quantity
        FROM webhooks.consumptions c
        WHERE c.meter = :meter AND c.allowed AND c.rolled_back_at IS NULL
          AND c.resets_at <= :until AND c.resets_at > :since
          AND c.user_id IN (
            SELECT user_id FROM webhooks.subscriptions
            WHERE provider = 'lemonsqueezy' AND variant_id IN (:variants))
        GROUP BY c.tenant, c.user_id, c.resets_at) used
      JOIN webhooks.subscriptions s
        ON s.user_id = used.user_id AND (s.tenant IS NULL OR s.tenant = used.tenant)
      WHERE s.provider = 'lemonsqueezy' AND s.variant_id IN (:variants) AND s.item_id IS NOT NULL
        AND used.day >= (
          SELECT min(t.clock) FROM webhooks.subscription_states t
          WHERE t.provider = s.provider AND t.mode = s.mode
            AND t.subscription_id = s.subscription_id)
      ORDER BY used.tenant, used.user_id, used.day, s.clock DESC, s.subscription_id
      ON CONFLICT DO NOTHING
      """;

  /**
   * One per item: an unsettled one holds back what follows it. What somebody may still be sending,
   * or what only an operator can settle, takes no place among them.
   */
  String HEADS =
      """
      SELECT tenant, user_id, meter, day, item_id, quantity, action, state, before, period_start,
             changed_at
      FROM (
        SELECT DISTINCT ON (item_id)
               tenant, user_id, meter, day, item_id, quantity, action, state, before,
               period_start, changed_at
        FROM webhooks.usage_reports
        WHERE state IN ('OPEN', 'SENDING', 'UNCLEAR')
        ORDER BY item_id, CASE state WHEN 'OPEN' THEN 2 WHEN 'SENDING' THEN 1 ELSE 0 END, day
      ) heads
      WHERE state = 'OPEN' OR state = 'SENDING' AND changed_at <= :sentUntil
      ORDER BY changed_at, item_id
      LIMIT :limit
      """;

  String BEGIN =
      """
      UPDATE webhooks.usage_reports
      SET state = 'SENDING', before = :before, period_start = :periodStart, changed_at = :at
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND day = :day
        AND state = 'OPEN'
      """;

  String SETTLE =
      """
      UPDATE webhooks.usage_reports
      SET state = :state, changed_at = :at
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND day = :day
        AND state = 'SENDING'
      """;

  /** Nothing was sent. */
  String REFUSE =
      """
      UPDATE webhooks.usage_reports
      SET state = 'REFUSED', changed_at = :at
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND day = :day
        AND state = 'OPEN'
      """;

  String POSTPONE =
      """
      UPDATE webhooks.usage_reports
      SET changed_at = :at
      WHERE tenant = :tenant AND user_id = :user AND meter = :meter AND day = :day
        AND state IN ('OPEN', 'SENDING')
      """;

  @Query(COLLECT)
  int collect(
      String meter,
      String action,
      List<String> variants,
      Instant since,
      Instant until,
      Instant now);

  /** Those first that were left alone longest. */
  @Query(HEADS)
  List<UsageReport> heads(Instant sentUntil, int limit);

  /** 0 when somebody else has begun. */
  @Query(BEGIN)
  int begin(
      String tenant,
      String user,
      String meter,
      Instant day,
      long before,
      Instant periodStart,
      Instant at);

  @Query(SETTLE)
  int settle(String tenant, String user, String meter, Instant day, String state, Instant at);

  /** 0 when somebody has begun to send it. */
  @Query(REFUSE)
  int refuse(String tenant, String user, String meter, Instant day, Instant at);

  @Query(POSTPONE)
  int postpone(String tenant, String user, String meter, Instant day, Instant at);
}
