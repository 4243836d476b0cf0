package gantry.precompute;

import gantry.postgres.Transactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Composes one user's page, which is stored nowhere else. */
@Singleton
final class PostgresOwnPageStore {
  private static final String COMPOSE =
      """
      WITH clock AS MATERIALIZED (
        SELECT CAST(? AS timestamptz) AS now
      ),
      caller AS MATERIALIZED (
        SELECT CAST(? AS text) AS tenant, CAST(? AS text) AS id
      )
      SELECT CAST(body AS text) AS body, items
      FROM (/* query */) page
      """;

  private static final String QUERY = "/* query */";

  private final JdbcOperations jdbc;
  private final Transactions transactions;

  PostgresOwnPageStore(JdbcOperations jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  OwnPage compose(View view, Subject subject, Instant now) {
    return transactions.inTransaction(() ->
        jdbc.prepareStatement(
            COMPOSE.replace(QUERY, view.query()),
            statement -> {
              PostgresPageStore.bind(statement, now, subject.tenant(), subject.user());
              return composed(statement.executeQuery(), now);
            }));
  }

  private static OwnPage composed(ResultSet rows, Instant now) throws SQLException {
    if (!rows.next()) {
      throw new IllegalStateException("A user's view answers one row, also when there is nothing");
    }
    var page = new Page(now.toEpochMilli(), rows.getString("body"), now, "0");
    return new OwnPage(page, rows.getLong("items"));
  }

  /** A page and how much is on it. */
  record OwnPage(Page page, long items) {}
}
