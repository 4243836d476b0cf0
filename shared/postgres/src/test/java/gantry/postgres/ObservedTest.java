package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.postgres.TestContext.MetricLines;
import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator sees, and what readers do not wait for. */
class ObservedTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final PostgresServer server = PostgresServer.shared();
  private final String url = server.newDatabase();
  private final Notes notes = Notes.open(url, Map.of("database.slow-query", "PT1S"));

  @BeforeAll
  static void load() {
    Notes.load();
  }

  @BeforeEach
  void create() {
    Notes.create(server, url);
  }

  @AfterEach
  void close() {
    notes.close();
  }

  @Test
  void aSlowStatementIsReportedAndAQuickOneIsNot() {
    notes.insert("a");
    assertThat(reported()).doesNotContain("DatabaseSlowQuery");

    notes.execute("UPDATE notes SET note = 'b' WHERE pg_sleep(1) IS NOT NULL");

    assertThat(reported()).contains("\"Name\":\"DatabaseSlowQuery\",\"Unit\":\"Milliseconds\"");
  }

  @Test
  void aNewConnectionIsReportedAndAWaitForOneToo() {
    var together = new CyclicBarrier(3);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> occupy(together));
      threads.execute(() -> occupy(together));
      Notes.await(together);

      threads.execute(() -> notes.insert("a"));
      Eventually.within(SOON, () -> assertThat(waiting()).isEqualTo(1));
      Notes.await(together);
    }

    Eventually.within(
        SOON,
        () ->
            assertThat(reported())
                .contains("\"pool\":\"primary\",\"DatabasePoolWait\":")
                .contains("\"pool\":\"primary\",\"DatabaseConnected\":"));
  }

  @Test
  void twoReadsThatDoNotNeedEachOtherRunAtTheSameTime() {
    var bothRun = new CyclicBarrier(2);

    var together =
        notes.bean(Reads.class).both(() -> meet(bothRun), () -> meet(bothRun), Integer::sum);

    assertThat(together).isEqualTo(0);
  }

  @Test
  void inATransactionBothReadsSeeItsOwnWrites() {
    var seen =
        notes
            .transactions()
            .inTransaction(() -> {
              notes.insert("a");
              return notes.bean(Reads.class).both(notes::count, notes::count, Integer::sum);
            });

    assertThat(seen).isEqualTo(2);
  }

  /** Until somebody waits for the connection, and then for as long as is worth telling. */
  private void occupy(CyclicBarrier together) {
    notes
        .transactions()
        .inTransaction(() -> {
          notes.count();
          Notes.await(together);
          Notes.await(together);
          return notes.execute("DO 'BEGIN PERFORM pg_sleep(0.1); END'");
        });
  }

  private int waiting() {
    var pool = notes.bean(Primary.class).pool().connections();
    return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
  }

  private int meet(CyclicBarrier other) {
    Notes.await(other);
    return notes.count();
  }

  private String reported() {
    return notes.bean(MetricLines.class).text();
  }
}
