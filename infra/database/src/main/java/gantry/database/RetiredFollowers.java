package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Followers of old audits. First it is written down that they go, so that nobody reads a part. */
final class RetiredFollowers {
  /** Longer than a queue keeps a message: a batch that comes late is deleted, too. */
  private static final Duration LOOKED_AFTER = Duration.ofDays(30);

  private static final String DUE =
      """
      SELECT id FROM followers.audits WHERE followers_retired_at IS NULL AND created_at < ?
      UNION ALL
      SELECT id FROM followers.audits WHERE followers_retired_at > ?
      """;

  private static final String RETIRE =
      """
      UPDATE followers.audits
      SET state = 'CLOSED', followers_retired_at = ?
      WHERE id = ? AND followers_retired_at IS NULL
      """;

  private static final String DELETE_FOLLOWERS =
      """
      DELETE FROM followers.followers
      WHERE audit = ? AND (batch, place) IN (
        SELECT batch, place FROM followers.followers WHERE audit = ? LIMIT 1000)
      """;

  private static final String DELETE_GROUPS =
      """
      DELETE FROM followers.duplicate_groups
      WHERE audit = ? AND (kind, key) IN (
        SELECT kind, key FROM followers.duplicate_groups WHERE audit = ? LIMIT 1000)
      """;

  private final Connection connection;
  private final Night night;

  RetiredFollowers(Connection connection, Night night) {
    this.connection = connection;
    this.night = night;
  }

  /** Answers how many there were. */
  int retire(Duration kept) throws SQLException {
    var deleted = 0;
    for (var audit : due(kept)) {
      if (night.isOver()) {
        return deleted;
      }
      retire(audit);
      deleted += delete(DELETE_FOLLOWERS, audit);
      delete(DELETE_GROUPS, audit);
    }
    return deleted;
  }

  private List<UUID> due(Duration kept) throws SQLException {
    try (var query = connection.prepareStatement(DUE)) {
      query.setObject(1, Night.column(night.now().minus(kept)));
      query.setObject(2, Night.column(night.now().minus(LOOKED_AFTER)));
      var audits = new ArrayList<UUID>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          audits.add(rows.getObject(1, UUID.class));
        }
      }
      return List.copyOf(audits);
    }
  }

  private void retire(UUID audit) throws SQLException {
    try (var statement = connection.prepareStatement(RETIRE)) {
      statement.setObject(1, Night.column(night.now()));
      statement.setObject(2, audit);
      statement.executeUpdate();
    }
  }

  private int delete(String sql, UUID audit) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, audit);
      statement.setObject(2, audit);
      return night.inBatches(statement);
    }
  }
}
