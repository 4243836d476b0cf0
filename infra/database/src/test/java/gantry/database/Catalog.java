package gantry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What code that was written for a schema relies on: its columns, and which of them it may leave
 * out.
 */
record Catalog(Map<String, Map<String, Column>> tables) {
  private static final String COLUMNS =
      """
      SELECT n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
             a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname = ANY (?) AND c.relname <> 'migrations'
      """;

  record Column(String type, boolean mustBeGiven) {}

  static Catalog of(Connection connection) throws SQLException {
    var tables = new TreeMap<String, Map<String, Column>>();
    try (var query = connection.prepareStatement(COLUMNS)) {
      var schemas = Migrations.CAPABILITIES.toArray();
      query.setArray(1, connection.createArrayOf("text", schemas));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          tables
              .computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
              .put(rows.getString(2), new Column(rows.getString(3), rows.getBoolean(4)));
        }
      }
    }
    return new Catalog(tables);
  }

  /** What code for this schema would stumble over in the later one. */
  List<String> brokenBy(Catalog later) {
    var broken = new ArrayList<String>();
    tables.forEach((table, columns) -> {
      var now = later.tables.getOrDefault(table, Map.of());
      columns.forEach((name, column) -> {
        if (!column.equals(now.get(name)) && !isLoosened(column, now.get(name))) {
          broken.add(table + "." + name + " is not what it was");
        }
      });
      now.forEach((name, column) -> {
        if (!columns.containsKey(name) && column.mustBeGiven()) {
          broken.add(table + "." + name + " is new and must be given");
        }
      });
    });
    return broken;
  }

  private static boolean isLoosened(Column before, @Nullable Column after) {
    return after != null && before.type().equals(after.type()) && !after.mustBeGiven();
  }
}
