package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.PostgresServer;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final String LOSE = "DO 'BEGIN RAISE serialization_failure; END'";

  private final PostgresServer server = PostgresServer.shared();
  private final String url = server.newDatabase();
  private final Notes notes = Notes.open(url, Map.of());
  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void create() {
    Notes.create(server, url);
  }

  @AfterEach
  void close() {
    notes.close();
  }

  @Test
  void aLostRaceIsRunAgain() {
    notes
        .transactions()
        .inTransaction(() -> {
          notes.insert("a");
          return attempts.incrementAndGet() < 3 ? notes.execute(LOSE) : 1;
        });

    assertThat(attempts).hasValue(3);
    assertThat(notes.count()).isEqualTo(1);
  }

  @Test
  void aRaceThatIsAlwaysLostIsGivenUp() {
    assertThatThrownBy(() ->
            notes
                .transactions()
                .inTransaction(() -> {
                  attempts.incrementAndGet();
                  return notes.execute(LOSE);
                }))
        .satisfies(thrown ->
            assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.SERIALIZATION));

    assertThat(attempts).hasValue(4);
  }

  @Test
  void whenEverythingFailsRetriesEndSoon() {
    IntStream.range(0, 50)
        .forEach(_ ->
            assertThatThrownBy(() ->
                notes
                    .transactions()
                    .inTransaction(() -> {
                      attempts.incrementAndGet();
                      return notes.execute(LOSE);
                    })));

    assertThat(attempts).hasValueBetween(50, 60);
  }

  @Test
  void aUniqueViolationIsNeitherSuccessNorRetried() {
    notes.write("a");

    assertThatThrownBy(() ->
            notes
                .transactions()
                .inTransaction(() -> {
                  attempts.incrementAndGet();
                  return notes.insert("a");
                }))
        .satisfies(
            thrown -> assertThat(DatabaseFailure.of(thrown)).contains(DatabaseFailure.CONSTRAINT));

    assertThat(attempts).hasValue(1);
    assertThat(notes.count()).isEqualTo(1);
  }

  @Test
  void ofTwoThatLockEachOtherOutBothComeThrough() throws Exception {
    notes.execute("INSERT INTO notes VALUES ('a'), ('b')");
    var bothHoldOne = new CyclicBarrier(2);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> lock("a", "b", bothHoldOne));
      var other = threads.submit(() -> lock("b", "a", bothHoldOne));

      assertThat(one.get()).isEqualTo(1);
      assertThat(other.get()).isEqualTo(1);
    }
    assertThat(attempts).hasValue(3);
  }

  @Test
  void aConnectionThatDiedUnnoticedIsReplacedWithinTheCall() {
    notes.write("a");
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(url.substring(url.lastIndexOf('/') + 1)));

    notes.write("b");

    assertThat(notes.count()).isEqualTo(2);
  }

  private Integer lock(String first, String second, CyclicBarrier bothHoldOne) {
    return notes
        .transactions()
        .inTransaction(() -> {
          notes.execute("SET LOCAL deadlock_timeout = '100ms'");
          update(first);
          if (attempts.incrementAndGet() <= 2) {
            Notes.await(bothHoldOne);
          }
          return update(second);
        });
  }

  private int update(String note) {
    return notes.execute("UPDATE notes SET note = note WHERE note = '" + note + "'");
  }
}
