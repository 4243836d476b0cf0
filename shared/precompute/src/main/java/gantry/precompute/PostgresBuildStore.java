package gantry.precompute;

import gantry.postgres.Transactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Builds all pages of a view. */
@Singleton
final class PostgresBuildStore {
  /**
   * One statement, and therefore one snapshot: takes the turn where it is due, composes all
   * subjects' pages, keeps them, and forgets removals that no page can have missed. The view's own
   * query stands in the middle; it is a constant of the program.
   *
   * <p>A subject that the query knows no more has nothing on its page, and is told like any other
   * that had something.
   *
   * <p>A removal is stamped by its process's clock, before it commits: a page built up to five
   * minutes later by another clock may have missed it.
   */
  private static final String BUILD =
      """
      WITH clock AS MATERIALIZED (
        SELECT CAST(? AS timestamptz) AS now
      ),
      turn AS MATERIALIZED (
        SELECT CASE
          WHEN EXISTS (
            SELECT 1
            FROM precompute.pages
            WHERE view = CAST(? AS text) AND computed_at > CAST(? AS timestamptz)
          ) THEN 'NOT_DUE'
          WHEN pg_try_advisory_xact_lock(hashtext('precompute.' || CAST(? AS text))) THEN 'MINE'
          ELSE 'BUSY'
        END AS state
      ),
      made AS MATERIALIZED (
        SELECT subject, body, items
        FROM (/* query */) pages
        WHERE (SELECT state FROM turn) = 'MINE'
      ),
      composed AS MATERIALIZED (
        SELECT subject, body, items
        FROM made
        UNION ALL
        SELECT subject, CAST(? AS jsonb), 0
        FROM precompute.pages p
        WHERE view = CAST(? AS text)
          AND (SELECT state FROM turn) = 'MINE'
          AND NOT EXISTS (SELECT 1 FROM made WHERE made.subject = p.subject)
      ),
      kept AS (
        INSERT INTO precompute.pages AS p
          (view, subject, fence, body, items, computed_at, built_in_ms)
        SELECT CAST(? AS text), subject, nextval('precompute.fences'), body, items, now,
               CAST(1000 * extract(epoch FROM clock_timestamp() - statement_timestamp()) AS bigint)
        FROM composed, clock
        ON CONFLICT (view, subject) DO UPDATE
        SET fence = excluded.fence, body = excluded.body, items = excluded.items,
            computed_at = excluded.computed_at, built_in_ms = excluded.built_in_ms
        WHERE p.fence < excluded.fence
          AND (excluded.items > 0
            OR p.items = 0
            OR EXISTS (
              SELECT 1
              FROM precompute.removals r
              WHERE r.view = p.view AND r.subject = p.subject AND r.at > p.computed_at - interval '5 minutes'))
        RETURNING subject, fence, body, computed_at
      ),
      forgotten AS (
        DELETE FROM precompute.removals r
        WHERE view = CAST(? AS text)
          AND at < (SELECT now FROM clock) - interval '1 hour'
          AND NOT EXISTS (
            SELECT 1
            FROM precompute.pages p
            WHERE p.view = r.view AND p.subject = r.subject
              AND p.computed_at < r.at + interval '5 minutes')
      )
      SELECT state, c.subject, k.fence, CAST(k.body AS text) AS body, k.computed_at,
             ARRAY(
               SELECT item
               FROM precompute.removals r
               WHERE r.view = CAST(? AS text) AND r.subject = k.subject
             ) AS removals
      FROM turn
      LEFT JOIN composed c ON true
      LEFT JOIN kept k ON k.subject = c.subject
      """;

  private static final String QUERY = "/* query */";

  private final JdbcOperations jdbc;
  private final Transactions transactions;

  PostgresBuildStore(JdbcOperations jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Nothing where a page is newer than {@code newest}, or another process is at it. */
  Attempt build(View view, Instant now, Instant newest) {
    var name = view.name();
    return transactions.inTransaction(() ->
        jdbc.prepareStatement(
            BUILD.replace(QUERY, view.query()),
            statement -> {
              PostgresPageStore.bind(
                  statement, now, name, newest, name, view.empty(), name, name, name, name);
              return attempt(statement.executeQuery());
            }));
  }

  private static Attempt attempt(ResultSet rows) throws SQLException {
    var state = "";
    var pages = new ArrayList<BuiltPage>();
    while (rows.next()) {
      state = rows.getString("state");
      if (rows.getString("subject") != null) {
        pages.add(new BuiltPage(rows.getString("subject"), kept(rows)));
      }
    }
    return switch (state) {
      case "BUSY" -> new Attempt.Busy();
      case "NOT_DUE" -> new Attempt.NotDue();
      default -> new Attempt.Built(pages);
    };
  }

  private static Optional<StoredPage> kept(ResultSet rows) throws SQLException {
    return rows.getString("body") == null
        ? Optional.empty()
        : Optional.of(PostgresPageStore.page(rows));
  }
}
