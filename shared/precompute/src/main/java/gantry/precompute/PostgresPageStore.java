package gantry.precompute;

import gantry.postgres.Transactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
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

  private static Optional<StoredPage> found(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    return Optional.of(page(rows));
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

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      var value = values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
  }

  static StoredPage page(ResultSet row) throws SQLException {
    return new StoredPage(
        row.getLong("fence"),
        row.getString("body"),
        time(row, "computed_at"),
        Set.of((String[]) row.getArray("removals").getArray()));
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
