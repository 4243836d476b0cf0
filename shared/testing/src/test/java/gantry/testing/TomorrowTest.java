package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TomorrowTest {
  private final String url = PostgresServer.shared().newDatabase(TomorrowTest::migrate);

  /** A table, its partition, and another one of the same columns. */
  private static void migrate(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE SCHEMA shop;
          CREATE TABLE shop.orders (id integer, name text) PARTITION BY RANGE (id);
          CREATE TABLE shop.first_orders PARTITION OF shop.orders FOR VALUES FROM (0) TO (9);
          CREATE TABLE shop.archive (id integer, name text);
          CREATE TABLE shop.migrations (id integer);
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNamesItsColumnsWorks() throws SQLException {
    execute("INSERT INTO shop.orders (id, name) VALUES (1, 'a')");
    execute("INSERT INTO shop.archive (id, name) SELECT id, name FROM shop.orders");
  }

  @Test
  void whatTakesColumnsByTheirPlacesFails() {
    assertThatThrownBy(() -> execute("INSERT INTO shop.archive SELECT * FROM shop.orders"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute("INSERT INTO shop.orders SELECT * FROM shop.archive"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void theHistoryOfMigrationsStaysAsItIs() throws SQLException {
    execute("INSERT INTO shop.migrations VALUES (1)");
    assertThat(columns("migrations")).isEqualTo(1);
    assertThat(columns("of_tomorrow")).isEqualTo(1);
    assertThat(columns("orders")).isNotEqualTo(columns("archive")).isGreaterThan(2);
  }

  @Test
  void makingItTwiceChangesNothing() throws SQLException {
    var before = columns("orders");

    Tomorrow.expand(url, PostgresServer.USER, PostgresServer.PASSWORD);

    assertThat(columns("orders")).isEqualTo(before);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int columns(String table) throws SQLException {
    try (var connection = PostgresServer.shared().connect(url);
        var statement =
            connection.prepareStatement(
                "SELECT count(*) FROM information_schema.columns WHERE table_name = ?")) {
      statement.setString(1, table);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
