package gantry.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on 127.0.0.1 that keeps what it acknowledged, also when it is killed;
 * all but the shared one also when the machine is.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  /** A disk that stands still for a minute fails no start. */
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable PostgresServer shared;

  private final PostgresFolder folder;
  private final int port;
  private final Fsync fsync;
  private @Nullable EmbeddedPostgres postgres;
  private @Nullable String migrated;

  private PostgresServer(Path folder, int port, Fsync fsync) {
    this.folder = new PostgresFolder(folder);
    this.port = Ports.orFree(port, 1);
    this.fsync = fsync;
  }

  private enum Fsync {
    ON,
    OFF
  }

  /** Starts a server on a data folder of before or on a new one; port 0 takes a free one. */
  public static PostgresServer start(Path folder, int port) {
    return start(folder, port, Fsync.ON);
  }

  private static PostgresServer start(Path folder, int port, Fsync fsync) {
    var server = new PostgresServer(folder, port, fsync);
    server.start();
    return server;
  }

  /**
   * Starts a streaming standby of a running server on a new data folder; port 0 takes a free one.
   */
  public static PostgresServer standbyOf(PostgresServer primary, Path folder, int port) {
    var home = new PostgresFolder(folder);
    home.prepare();
    new StandbyCopy(primary, home).make();
    return start(folder, port);
  }

  /**
   * The one server of this JVM for tests; it dies with the JVM, with nothing left to write, and
   * therefore waits for no disk.
   */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = startUntilExit(Fsync.OFF);
    }
    return shared;
  }

  /** Starts a server for a benchmark, which pays for the disk; it dies with the JVM, too. */
  public static PostgresServer startUntilExit() {
    return startUntilExit(Fsync.ON);
  }

  private static PostgresServer startUntilExit(Fsync fsync) {
    var server = start(Folders.create("postgres"), 0, fsync);
    Folders.closeAtExit(server::kill);
    return server;
  }

  public int port() {
    return port;
  }

  public Path dataFolder() {
    return folder.data();
  }

  /** The JDBC address of a database; connect as {@link #USER}. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The JDBC address of a fresh, empty database. */
  public String newDatabase() {
    var name = nextName();
    execute("CREATE DATABASE " + name);
    return url(name);
  }

  /** Makes an empty database what the functions expect. */
  public interface Migration {
    void run(String url, String user, String password);
  }

  /**
   * The JDBC address of a fresh database as the migration leaves one, and the next release may
   * leave it: {@link Tomorrow}. The first call's migration runs, all others get a copy of what it
   * made.
   */
  public synchronized String newDatabase(Migration migration) {
    if (migrated == null) {
      var url = newDatabase();
      migration.run(url, USER, PASSWORD);
      Tomorrow.expand(url, USER, PASSWORD);
      migrated = url.substring(url.lastIndexOf('/') + 1);
    }
    var name = nextName();
    execute("CREATE DATABASE " + name + " TEMPLATE " + migrated);
    return url(name);
  }

  private static String nextName() {
    return "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
  }

  /** Creates a database and its owner unless they exist. */
  public void createDatabase(String database, String owner, String password) {
    if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + owner + "'")) {
      execute("CREATE ROLE " + owner + " LOGIN PASSWORD '" + password + "'");
    }
    if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
      execute("CREATE DATABASE " + database + " OWNER " + owner);
    }
  }

  public Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, USER, PASSWORD);
  }

  /** Runs one statement as superuser in the maintenance database. */
  public void execute(String sql) {
    try (var connection = connect(url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }

  private boolean exists(String query) {
    try (var connection = connect(url("postgres"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + query, e);
    }
  }

  /** The server's first process, a child of process 1 and not of this JVM. */
  public long pid() {
    return folder.serverPid().orElseThrow(() -> new IllegalStateException("PostgreSQL is stopped"));
  }

  /** Starts it again on the same port and data. */
  public synchronized void start() {
    if (postgres != null) {
      throw new IllegalStateException("PostgreSQL runs already");
    }
    folder.prepare();
    Watchdog.shared().watchPostgres(folder.data());
    try {
      postgres = configured().start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start: " + folder.lastLogLine(), e);
    }
    folder.initialised();
  }

  /** Stops it in good order: open transactions are rolled back. */
  public synchronized void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      postgres = null;
    }
    folder.endOrphans();
  }

  /** Makes a standby a primary of its own; the server that it followed is not asked. */
  public void promote() {
    execute("SELECT pg_promote()");
  }

  /** Kills all its processes at once, as a power cut would. */
  public synchronized void kill() {
    folder.kill();
    stopQuietly();
  }

  /** Makes it hang: connections stay open and nothing answers. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  @Override
  public void close() {
    stop();
  }

  private void signal(String signal) {
    Signals.send(signal, folder.processes());
  }

  /** Lets zonky release its lock file; there is no server left to stop. */
  private void stopQuietly() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      postgres = null;
    }
  }

  /**
   * Zonky starts its servers with fsync and synchronous_commit off; the later option on the command
   * line wins. What a process wrote outlives it also without fsync, as long as the machine runs.
   */
  private EmbeddedPostgres.Builder configured() throws IOException {
    var log = ProcessBuilder.Redirect.appendTo(folder.log().toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(Files.createDirectories(folder.data()))
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(STARTS_WITHIN)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("fsync", fsync.name())
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("jit", "off");
  }
}
