package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, one truth: whatever becomes of them, at most one of them is written to. */
class RoleChangeTest {
  /** The breaker pauses for a minute at most, and then tries again. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration OLD = Duration.ofMinutes(1);

  private final ServerPair servers;

  RoleChangeTest(@TempDir Path folder) {
    servers = new ServerPair(folder);
  }

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void writesGoToThePrimaryOnlyWhereverItStandsInTheListAndWhoeverElseCallsItselfOne() {
    try (var notes = servers.open(servers.standby, servers.old)) {
      notes.write("before");
      servers.awaitReplayOf(notes.bean(Reads.class).position());
      servers.takeOver();
      look(notes);

      notes.write("after");
    }

    assertThat(servers.notesOn(servers.old)).containsExactly("before");
    assertThat(servers.notesOn(servers.standby)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void whoWakesFromASnapshotAsksAnewWhichServerIsThePrimary() {
    try (var notes = servers.open(servers.old, servers.standby)) {
      notes.write("before");
      servers.awaitReplayOf(notes.bean(Reads.class).position());
      servers.takeOver();

      notes.bean(Primary.class).letGo();
      notes.write("after");
    }

    assertThat(servers.notesOn(servers.old)).containsExactly("before");
    assertThat(servers.notesOn(servers.standby)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void aRetiredPrimaryCommitsNothingAndAPromotedOneNothingBeforeItIsTakenOver() {
    try (var notes = servers.open(servers.old, servers.standby)) {
      assertAway(() -> writeWhileItRetires(notes));
      servers.standby.promote();
      assertAway(() -> notes.write("b"));

      servers.run(servers.standby, "SELECT cluster.take_over(1)");

      Eventually.within(PATIENCE, () -> notes.write("c"));
    }

    assertThat(servers.notesOn(servers.old)).isEmpty();
    assertThat(servers.notesOn(servers.standby)).containsExactly("c");
  }

  @Test
  void clientsThatWriteOnWhileAHangingPrimaryIsReplacedAreToldTheTruth() {
    servers.run(servers.old, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    servers.run(servers.old, "SELECT pg_reload_conf()");
    try (var notes = servers.open(servers.old, servers.standby)) {
      var clients = Clients.start(4, notes);
      try (clients) {
        awaitMore(clients);
        servers.old.pause();
        servers.takeOver();
        awaitMore(clients);
        servers.old.resume();
        awaitMore(clients);
      }

      var there = servers.notesOn(servers.standby);
      var onlyOnTheOldOne = new HashSet<>(servers.notesOn(servers.old));
      onlyOnTheOldOne.removeAll(there);
      assertThat(there).containsAll(clients.told()).doesNotContainAnyElementsOf(clients.failed());
      assertThat(clients.unknown()).containsAll(onlyOnTheOldOne);
    }
  }

  @Test
  void readsThatAcceptAReplicaGoOnWithoutThePrimaryAndSaySo() {
    try (var notes = servers.open(servers.old, servers.standby)) {
      var reads = notes.bean(Reads.class);
      notes.write("a");
      var written = reads.position();
      assertThat(reads.withStaleness(OLD, notes::count)).isEqualTo(new Reading.Current<>(1));
      servers.awaitReplayOf(written);
      servers.old.kill();

      Eventually.within(
          PATIENCE,
          () ->
              assertThat(reads.withStaleness(OLD, written, notes::count))
                  .isInstanceOfSatisfying(
                      Reading.Stale.class, stale -> assertThat(stale.value()).isEqualTo(1)));
      assertAway(() -> reads.withStaleness(Duration.ZERO, notes::count));
      assertAway(() -> reads.withStaleness(OLD, new Position("FFFF/0"), notes::count));
      Eventually.within(
          PATIENCE,
          () ->
              assertThatThrownBy(() -> reads.withStaleness(OLD, () -> decide(notes)))
                  .hasMessageContaining("decides nothing"));
    }
  }

  private static int decide(Notes notes) {
    return notes.transactions().inTransaction(() -> notes.insert("decided"));
  }

  private int writeWhileItRetires(Notes notes) {
    return notes
        .transactions()
        .inTransaction(() -> {
          var inserted = notes.insert("a");
          servers.run(servers.old, "CALL cluster.retire()");
          return inserted;
        });
  }

  private static void assertAway(ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(thrown ->
            assertThat(DatabaseFailure.of(thrown).filter(DatabaseFailure::isAway)).isPresent());
  }

  /** What happens by itself within ten seconds. */
  private static void look(Notes notes) {
    notes.bean(Primary.class).look();
  }

  private static void awaitMore(Clients clients) {
    var soFar = clients.told().size();
    Eventually.within(PATIENCE, () -> assertThat(clients.told()).hasSizeGreaterThan(soFar + 50));
  }
}
