package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Raw bodies of webhooks that give way to what the handlers read of them. */
final class RetiredBodies {
  /** Rows that somebody works on are another night's. Who was erased is not named again. */
  private static final String RETIRE =
      """
      UPDATE webhooks.events e
      SET body_retired_at = ?,
          body = webhooks.retired(e.provider, e.body, (
            SELECT s.user_id
            FROM webhooks.subscriptions s
            WHERE s.provider = e.provider AND s.mode = e.mode AND s.subscription_id = e.resource
              AND e.resource_type IN ('subscriptions', 'subscription')
              AND s.user_id LIKE 'erased:%'))
      WHERE id IN (
        SELECT id
        FROM webhooks.events
        WHERE body_retired_at IS NULL
          AND received_at < ?
          AND (received_at < ? OR state IN ('APPLIED', 'STALE', 'IGNORED'))
        ORDER BY received_at
        LIMIT 200
        FOR UPDATE SKIP LOCKED)
      """;

  private final Connection connection;
  private final Night night;

  RetiredBodies(Connection connection, Night night) {
    this.connection = connection;
    this.night = night;
  }

  /** Answers how many there were; what still waits for somebody to look at it is kept longer. */
  int retire(Duration kept, Duration openKept) throws SQLException {
    var now = night.now();
    var longer = openKept.compareTo(kept) > 0 ? openKept : kept;
    try (var statement = connection.prepareStatement(RETIRE)) {
      statement.setObject(1, Night.column(now));
      statement.setObject(2, Night.column(now.minus(kept)));
      statement.setObject(3, Night.column(now.minus(longer)));
      return night.inBatches(statement);
    }
  }
}
