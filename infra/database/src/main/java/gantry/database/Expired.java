package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Rows that are of no use any more, each kind told by its key and by a time. */
enum Expired {
  ANSWERED_REQUESTS("idempotency.requests", "claim", "expires_at"),
  DONE_WRITES("deferral.writes", "id", "done_at"),
  PUBLISHED_EVENTS("outbox.events", "id", "published_at"),
  RECOVERED_ALERTS("alerts.alerts", "id", "recovered_at"),
  /** Those that belong to no month. */
  DELIVERIES("webhooks.deliveries_default", "id", "at");

  private final String delete;

  Expired(String table, String key, String time) {
    delete =
        "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE %3$s < ? LIMIT 1000)"
            .formatted(table, key, time);
  }

  /** Answers how many there were. */
  int purge(Connection connection, Night night, Instant before) throws SQLException {
    try (var statement = connection.prepareStatement(delete)) {
      statement.setObject(1, Night.column(before));
      return night.inBatches(statement);
    }
  }
}
