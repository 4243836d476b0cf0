package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.postgres.TestContext.MetricLines;
import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator sees, and what readers do not wait for. */
class ObservedTest {
  private final PostgresServer server = PostgresServer.shared();
  private final String url = server.newDatabase();
  private final Notes notes = Notes.open(url, Map.of("database.slow-query", "PT0.2S"));

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

    notes.execute("UPDATE notes SET note = 'b' WHERE pg_sleep(0.2) IS NOT NULL");

    assertThat(reported()).contains("\"Name\":\"DatabaseSlowQuery\",\"Unit\":\"Milliseconds\"");
  }

  @Test
  void aNewConnectionIsReportedAndAWaitForOneToo() throws InterruptedException {
    var bothAreTaken = new CountDownLatch(2);
    var taken = Thread.ofVirtual().start(() -> occupy(bothAreTaken));
    var other = Thread.ofVirtual().start(() -> occupy(bothAreTaken));
    bothAreTaken.await();

    notes.insert("a");

    taken.join();
    other.join();
    assertThat(reported()).contains("\"pool\":\"primary\",\"DatabasePoolWait\":");
    Eventually.within(
        Duration.ofSeconds(5),
        () -> assertThat(reported()).contains("\"pool\":\"primary\",\"DatabaseConnected\":"));
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

  private void occupy(CountDownLatch both) {
    notes
        .transactions()
        .inTransaction(() -> {
          notes.count();
          both.countDown();
          return notes.execute("DO 'BEGIN PERFORM pg_sleep(0.5); END'");
        });
  }

  private int meet(CyclicBarrier other) {
    Notes.await(other);
    return notes.count();
  }

  private String reported() {
    return notes.bean(MetricLines.class).text();
  }
}
