package gantry.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import gantry.database.Migrations;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A function's view of a table of notes, and a look at the table past it. */
final class Notes implements AutoCloseable {
  private static final String EPOCH = read("cluster/V1__create_epoch.sql");

  private final ApplicationContext context;

  private Notes(ApplicationContext context) {
    this.context = context;
  }

  /**
   * Loads driver, pool and beans, which takes a second on a busy machine: no test is about that.
   */
  static void load() {
    var server = PostgresServer.shared();
    var url = server.newDatabase();
    create(server, url);
    try (var notes = open(url, Map.of())) {
      notes.write("first");
    }
  }

  /** The table, and of the migrations those that the module needs. */
  static void create(PostgresServer server, String url) {
    run(server, url, "CREATE SCHEMA cluster");
    run(server, url, EPOCH);
    run(server, url, "CREATE TABLE notes (note text PRIMARY KEY)");
  }

  private static String read(String migration) {
    try (var text = Migrations.class.getResourceAsStream(migration)) {
      return new String(requireNonNull(text).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Notes open(String url, Map<String, Object> settings) {
    return new Notes(TestContext.start(url, new HashMap<>(settings)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Transactions transactions() {
    return context.getBean(Transactions.class);
  }

  /** In a transaction of its own. */
  void write(String note) {
    transactions().inTransaction(() -> insert(note));
  }

  /** A transaction that changes nothing. */
  int touch() {
    return transactions().inTransaction(this::count);
  }

  /** In whatever is going on. */
  int insert(String note) {
    return execute("INSERT INTO notes VALUES ('" + note + "')");
  }

  int execute(String sql) {
    return connected(
        () -> bean(JdbcOperations.class).prepareStatement(sql, PreparedStatement::executeUpdate));
  }

  int count() {
    return connected(() ->
        bean(JdbcOperations.class)
            .prepareStatement(
                "SELECT count(*) FROM notes",
                statement -> {
                  try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                  }
                }));
  }

  private <T> T connected(Supplier<T> work) {
    ConnectionOperations<?> connections = bean(ConnectionOperations.class);
    return connections.execute(ConnectionDefinition.DEFAULT, _ -> work.get());
  }

  @Override
  public void close() {
    context.close();
  }

  static int countOn(PostgresServer server, String url) {
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM notes")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often each note is there. */
  static Map<String, Integer> timesOn(PostgresServer server, String url) {
    var times = new HashMap<String, Integer>();
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT note, count(*) FROM notes GROUP BY note")) {
      while (rows.next()) {
        times.put(rows.getString(1), rows.getInt(2));
      }
      return times;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(PostgresServer server, String url, String sql) {
    try (var connection = server.connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
