package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows that are of no use any more, each kind told by its key and by a time. */
enum Expired {
  ANSWERED_REQUESTS("idempotency.requests", "claim", "expires_at"),
  DONE_WRITES("deferral.writes", "id", "done_at"),
  PUBLISHED_EVENTS("outbox.events", "id", "published_at"),
  /** Those that belong to no month. */
  DELIVERIES("webhooks.deliveries_default", "id", "at");

  private final String delete;

  Expired(String table, String key, String time) {
    // In batches: one long DELETE would hold its locks and its snapshot for minutes.
    delete =
        "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s WHERE %3$s < ? LIMIT 1000)"
            .formatted(table, key, time);
  }

  /** Answers how many there were. */
  int purge(Connection connection, Instant before) throws SQLException {
    var purged = 0;
    try (var statement = connection.prepareStatement(delete)) {
      statement.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
      int batch;
      do {
        batch = statement.executeUpdate();
        purged += batch;
      } while (batch > 0);
    }
    return purged;
  }
}
