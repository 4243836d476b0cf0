package gantry.precompute;

import gantry.postgres.Transactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last good page of each view and subject, and what was removed from them. */
@Singleton
final class PostgresPageStore {
  /**
   * One statement, and therefore one snapshot: takes the turn, composes all subjects' pages, keeps
   * them, and forgets removals that no running build can have missed. The view's own query stands
   * in the middle; it is a constant of the program.
   */
  private static final String BUILD =
      """
      WITH clock AS MATERIALIZED (
        SELECT CAST(? AS timestamptz) AS now
      ),
      turn AS MATERIALIZED (
        SELECT pg_try_advisory_xact_lock(hashtext('precompute.' || CAST(? AS text))) AS mine
      ),
      composed AS MATERIALIZED (
        SELECT subject, body, items
        FROM (/* query */) pages
        WHERE (SELECT mine FROM turn)
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
              WHERE r.view = p.view AND r.subject = p.subject AND r.at > p.computed_at))
        RETURNING subject
      ),
      forgotten AS (
        DELETE FROM precompute.removals
        WHERE view = CAST(? AS text) AND at < (SELECT now FROM clock) - interval '1 hour'
      )
      SELECT mine, c.subject, c.items, k.subject IS NOT NULL AS kept
      FROM turn
      LEFT JOIN composed c ON true
      LEFT JOIN kept k ON k.subject = c.subject
      """;

  private static final String QUERY = "/* query */";

  private static final String FIND =
      """
      SELECT fence, CAST(body AS text) AS body, computed_at,
             ARRAY(
               SELECT item
               FROM precompute.removals r
               WHERE r.view = p.view AND r.subject = p.subject
             ) AS removals
      FROM precompute.pages p
      WHERE view = ? AND subject = ?
      """;

  private static final String REMOVE =
      """
      INSERT INTO precompute.removals (view, subject, item, at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (view, subject, item) DO UPDATE
      SET at = excluded.at
      """;

  private static final String RESTORE =
      """
      DELETE FROM precompute.removals
      WHERE view = ? AND subject = ? AND item = ?
      """;

  private static final String STATES =
      """
      SELECT view, count(*) AS pages, sum(items) AS items, min(computed_at) AS oldest,
             max(computed_at) AS newest, max(built_in_ms) AS built_in_ms
      FROM precompute.pages
      GROUP BY view
      """;

  private final JdbcOperations jdbc;
  private final Transactions transactions;

  PostgresPageStore(JdbcOperations jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Empty when another process is building it. */
  Optional<List<BuiltPage>> build(View view, Instant now) {
    return transactions.inTransaction(() ->
        jdbc.prepareStatement(
            BUILD.replace(QUERY, view.query()),
            statement -> {
              bind(statement, now, view.name(), view.name(), view.name());
              return built(statement.executeQuery());
            }));
  }

  Optional<StoredPage> find(View view, String subject) {
    return transactions.inTransaction(() ->
        jdbc.prepareStatement(
            FIND,
            statement -> {
              bind(statement, view.name(), subject);
              return found(statement.executeQuery());
            }));
  }

  void remove(String view, String subject, String item, Instant now) {
    update(REMOVE, view, subject, item, now);
  }

  void restore(String view, String subject, String item) {
    update(RESTORE, view, subject, item);
  }

  List<ViewState> states() {
    return transactions.inTransaction(
        () -> jdbc.prepareStatement(STATES, statement -> states(statement.executeQuery())));
  }

  private void update(String sql, Object... values) {
    var _ =
        transactions.inTransaction(() ->
            jdbc.prepareStatement(
                sql,
                statement -> {
                  bind(statement, values);
                  return statement.executeUpdate();
                }));
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      var value = values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
  }

  private static Optional<List<BuiltPage>> built(ResultSet rows) throws SQLException {
    var pages = new ArrayList<BuiltPage>();
    while (rows.next()) {
      if (!rows.getBoolean("mine")) {
        return Optional.empty();
      }
      var subject = rows.getString("subject");
      if (subject != null) {
        pages.add(new BuiltPage(subject, rows.getLong("items"), rows.getBoolean("kept")));
      }
    }
    return Optional.of(pages);
  }

  private static Optional<StoredPage> found(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredPage(
            rows.getLong("fence"),
            rows.getString("body"),
            time(rows, "computed_at"),
            texts(rows.getArray("removals"))));
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  private static List<ViewState> states(ResultSet rows) throws SQLException {
    var states = new ArrayList<ViewState>();
    while (rows.next()) {
      states.add(
          new ViewState(
              rows.getString("view"),
              rows.getLong("pages"),
              rows.getLong("items"),
              time(rows, "oldest"),
              time(rows, "newest"),
              rows.getLong("built_in_ms")));
    }
    return states;
  }

  private static Instant time(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
