package gantry.postgres;

import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A primary with a table of notes, and its standby. */
final class ServerPair implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final PostgresServer old;
  final PostgresServer standby;
  private final String database;

  ServerPair(Path folder) {
    old = PostgresServer.start(folder.resolve("old"), 0);
    database = old.newDatabase().replaceFirst(".*/", "");
    Notes.create(old, old.url(database));
    standby = PostgresServer.standbyOf(old, folder.resolve("standby"), 0);
  }

  /** A function that knows both, in this order, and gives up soon. */
  Notes open(PostgresServer first, PostgresServer second) {
    return Notes.open(hosts(first, second), Map.of("database.deadline", "PT1.5S"));
  }

  String hosts(PostgresServer first, PostgresServer second) {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
        .formatted(first.port(), second.port(), database);
  }

  String host(PostgresServer server) {
    return server.url(database);
  }

  void takeOver() {
    standby.promote();
    run(standby, "SELECT cluster.take_over(1)");
  }

  void run(PostgresServer server, String sql) {
    Notes.run(server, server.url(database), sql);
  }

  Set<String> notesOn(PostgresServer server) {
    return Notes.timesOn(server, server.url(database)).keySet();
  }

  void awaitReplayOf(Position written) {
    var hasReplayed =
        "SELECT 1 / CAST(pg_last_wal_replay_lsn() >= '" + written.lsn() + "' AS integer)";
    Eventually.within(PATIENCE, () -> run(standby, hasReplayed));
  }

  @Override
  public void close() {
    standby.close();
    old.close();
  }
}
