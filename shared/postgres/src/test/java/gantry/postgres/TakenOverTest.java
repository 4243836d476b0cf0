package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The standby is the primary now, and the old one is alive and knows nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenOverTest {
  private ServerPair servers;

  @BeforeAll
  void takeOver(@TempDir Path folder) {
    Notes.load();
    servers = new ServerPair(folder);
    servers.takeOver();
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @Test
  void aNewProcessIsNotTakenInByAnOldPrimaryThatComesFirst() {
    try (var notes = servers.open(servers.old, servers.standby)) {
      notes.write("a");
    }

    assertThat(servers.notesOn(servers.old)).isEmpty();
    assertThat(servers.notesOn(servers.standby)).containsExactly("a");
  }

  @Test
  void theOperatorsEpochHoldsEvenWhenOnlyTheOldPrimaryCanBeReached() {
    var settings = Map.<String, Object>of("database.epoch", 2, "database.deadline", "PT1S");

    try (var notes = Notes.open(servers.hosts(servers.old, servers.old), settings)) {
      assertThatThrownBy(() -> notes.write("b"))
          .satisfies(thrown ->
              assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE));
    }

    assertThat(servers.notesOn(servers.old)).isEmpty();
  }

  @Test
  void theOperatorsEpochHoldsForOneAddressToo() {
    var settings = Map.<String, Object>of("database.epoch", 2, "database.deadline", "PT1S");

    try (var old = Notes.open(servers.host(servers.old), settings);
        var current = Notes.open(servers.host(servers.standby), settings)) {
      assertThatThrownBy(() -> old.write("c"))
          .satisfies(thrown ->
              assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.UNREACHABLE));
      assertThatCode(current::touch).doesNotThrowAnyException();
    }

    assertThat(servers.notesOn(servers.old)).isEmpty();
  }

  @Test
  void aTakeOverMustNameTheEpochOfBefore() {
    assertThatThrownBy(() -> servers.run(servers.standby, "SELECT cluster.take_over(1)"))
        .hasMessageContaining("The last epoch was not 1");
  }
}
