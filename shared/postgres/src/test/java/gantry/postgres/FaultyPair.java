package gantry.postgres;

import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.util.Map;

/** A primary and its synchronous standby, each behind a proxy that outlives its servers. */
final class FaultyPair implements AutoCloseable {
  private final Path folder;
  private final String database;
  private Member primary;
  private Member standby;
  private int epoch = 1;

  private record Member(PostgresServer server, FaultProxy proxy) {}

  FaultyPair(Path folder) {
    this.folder = folder;
    var first = PostgresServer.start(folder.resolve("1"), 0);
    database = first.newDatabase().replaceFirst(".*/", "");
    Notes.create(first, first.url(database));
    // Without a key: nothing but the code stands between a repetition and a second effect.
    Notes.run(first, first.url(database), "ALTER TABLE notes DROP CONSTRAINT notes_pkey");
    var second = PostgresServer.standbyOf(first, folder.resolve("standby"), 0);
    primary = new Member(first, FaultProxy.to(first.port()));
    standby = new Member(second, FaultProxy.to(second.port()));
    waitForTheStandby();
  }

  String hosts() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
        .formatted(primary.proxy().port(), standby.proxy().port(), database);
  }

  PostgresServer server() {
    return primary.server();
  }

  FaultProxy proxy() {
    return primary.proxy();
  }

  /** The standby becomes the primary, whatever the old one believes. */
  void takeOver() {
    standby.server().promote();
    run(standby.server(), "SELECT cluster.take_over(" + epoch + ")");
    epoch++;
    var old = primary;
    primary = standby;
    standby = old;
  }

  /** In the place of the one that was replaced. */
  void replaceTheOldPrimary() {
    standby.server().kill();
    var home = folder.resolve("epoch-" + epoch);
    var server = PostgresServer.standbyOf(primary.server(), home, standby.server().port());
    standby = new Member(server, standby.proxy());
    waitForTheStandby();
  }

  Map<String, Integer> times() {
    return Notes.timesOn(server(), server().url(database));
  }

  /** Nobody is told of what only one of them has. Set here, a copy made before does not have it. */
  private void waitForTheStandby() {
    run(server(), "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    run(server(), "SELECT pg_reload_conf()");
  }

  private void run(PostgresServer server, String sql) {
    Notes.run(server, server.url(database), sql);
  }

  @Override
  public void close() {
    primary.proxy().close();
    standby.proxy().close();
    standby.server().close();
    primary.server().close();
  }
}
