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
  /**
   * Each use belongs to what its user had then, whatever plan came later. A day goes to one plan,
   * that of its last use; days that nobody reported for a month are not theirs.
   */
  String COLLECT =
      """
      INSERT INTO webhooks.usage_reports
        (tenant, user_id, meter, day, item_id, quantity, action, state, changed_at)
      SELECT c.tenant, c.user_id, :meter, c.resets_at,
             (array_agg(billed.item_id ORDER BY c.at DESC))[1], sum(c.amount), :action, 'OPEN', :now
      FROM webhooks.consumptions c
      CROSS JOIN LATERAL (
        SELECT held.variant_id, held.item_id
        FROM webhooks.subscriptions s
        CROSS JOIN LATERAL (
          SELECT COALESCE(t.variant_id, s.variant_id) AS variant_id,
                 COALESCE(t.item_id, s.item_id) AS item_id, t.status
          FROM webhooks.subscription_states t
          WHERE t.provider = s.provider AND t.mode = s.mode
            AND t.subscription_id = s.subscription_id AND t.clock <= c.at
          ORDER BY t.clock DESC, t.authority DESC, t.ahead DESC, t.terminality DESC,
                   t.fingerprint COLLATE "C" DESC
          LIMIT 1) held
        WHERE s.user_id = c.user_id AND (s.tenant IS NULL OR s.tenant = c.tenant)
          AND s.provider = 'lemonsqueezy' AND s.mode IN (:modes)
          AND held.variant_id IN (:metered)
          AND held.item_id IS NOT NULL AND held.status <> 'expired'
        ORDER BY s.clock DESC, s.subscription_id
        LIMIT 1) billed
      WHERE c.meter = :meter AND c.allowed AND c.rolled_back_at IS NULL
        AND c.resets_at <= :until AND c.resets_at > :since
        AND c.user_id IN (
          SELECT s.user_id
          FROM webhooks.subscription_states t
          JOIN webhooks.subscriptions s USING (provider, mode, subscription_id)
          WHERE t.provider = 'lemonsqueezy' AND t.variant_id IN (:variants))
        AND NOT EXISTS (
          SELECT FROM webhooks.usage_reports r
          WHERE r.tenant = c.tenant AND r.user_id = c.user_id AND r.meter = :meter
            AND r.day = c.resets_at)
      GROUP BY c.tenant, c.user_id, c.resets_at
      HAVING (array_agg(billed.variant_id ORDER BY c.at DESC))[1] IN (:variants)
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

  /** Of the variants of one plan, among all that are billed by this meter. */
  @Query(COLLECT)
  int collect(
      String meter,
      String action,
      List<String> variants,
      List<String> metered,
      List<String> modes,
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
