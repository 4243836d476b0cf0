package gantry.webhooks;

import gantry.database.Migrations;
import gantry.testing.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migrated database, read around the code under test. */
record TestDatabase(PostgresServer server, String url) {
  static TestDatabase on(PostgresServer server) {
    var url = server.newDatabase(Migrations::migrate);
    return new TestDatabase(server, url);
  }

  /** The column of the one row that the query finds. */
  @Nullable Object value(String sql) {
    var rows = rows(sql);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows: " + sql);
    }
    return rows.getFirst().values().iterator().next();
  }

  void execute(String sql) {
    try (var connection = server.connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, @Nullable Object>> rows(String sql) {
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<Map<String, @Nullable Object>>();
      while (result.next()) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
