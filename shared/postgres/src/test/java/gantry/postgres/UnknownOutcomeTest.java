package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownOutcomeTest {
  private static final Map<String, Object> SETTINGS = Map.of("database.deadline", "PT2S");

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @Test
  void aCommitWhoseAnswerIsLostIsUnknownAndNotRepeated() {
    var server = PostgresServer.shared();
    var url = server.newDatabase();
    Notes.create(server, url);
    try (var proxy = FaultProxy.to(server.port());
        var notes = Notes.open(url.replace(":" + server.port(), ":" + proxy.port()), SETTINGS)) {
      notes.write("first");
      proxy.injectOnce(Fault.loseReplyTo("COMMIT"));

      assertThatThrownBy(() -> notes.write("a")).isInstanceOf(OutcomeUnknownException.class);

      assertThat(Notes.countOn(server, url)).isEqualTo(2);
    }
  }

  @Test
  void aCommitThatNoStandbyHasIsUnknownAlthoughItIsAMereWarning(@TempDir Path folder) {
    try (var server = PostgresServer.start(folder, 0)) {
      var url = server.newDatabase();
      Notes.create(server, url);
      server.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
      server.execute("SELECT pg_reload_conf()");
      try (var notes = Notes.open(url, SETTINGS)) {
        assertThatThrownBy(() -> notes.write("a")).isInstanceOf(OutcomeUnknownException.class);

        // It stands there by now: the key tells, and repeating it blindly would not.
        assertThat(notes.count()).isEqualTo(1);
      }
    }
  }
}
