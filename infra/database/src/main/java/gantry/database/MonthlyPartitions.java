package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The months of a table that is partitioned by its UUIDv7 ids. A month is created before it begins:
 * rows that lie in the default partition already would be in its way.
 */
final class MonthlyPartitions {
  private static final int AHEAD = 3;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy_MM");

  private static final String PARTITIONS =
      """
      SELECT CAST(inhrelid AS regclass)::text
      FROM pg_inherits
      WHERE inhparent = CAST(? AS regclass)
      ORDER BY 1
      """;

  private final Connection connection;
  private final String table;

  MonthlyPartitions(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /** The months to come that had no partition yet. */
  List<String> createAfter(YearMonth now) throws SQLException {
    var existing = partitions();
    var created = new ArrayList<String>();
    for (var month = now.plusMonths(1); !month.isAfter(now.plusMonths(AHEAD)); ) {
      if (!existing.contains(name(month))) {
        create(month);
        created.add(name(month));
      }
      month = month.plusMonths(1);
    }
    return List.copyOf(created);
  }

  /** Drops months that were over before this one began, which is a matter of moments. */
  List<String> dropBefore(YearMonth first) throws SQLException {
    var old =
        partitions().stream()
            .filter(name -> name.matches(".*_\\d{4}_\\d{2}") && name.compareTo(name(first)) < 0)
            .toList();
    for (var name : old) {
      execute("DROP TABLE " + name);
    }
    return old;
  }

  private void create(YearMonth month) throws SQLException {
    execute(
        "CREATE TABLE %s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
            .formatted(name(month), table, firstId(month), firstId(month.plusMonths(1))));
  }

  private String name(YearMonth month) {
    return table + "_" + MONTH.format(month);
  }

  /** Its first 48 bits are milliseconds; all others are zero, below any that is in use. */
  private static UUID firstId(YearMonth month) {
    var start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return new UUID(start << 16, 0);
  }

  private List<String> partitions() throws SQLException {
    try (var query = connection.prepareStatement(PARTITIONS)) {
      query.setString(1, table);
      var names = new ArrayList<String>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return List.copyOf(names);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
