package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import gantry.resilience.BreakerOpenException;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseBreakerTest {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(61);
  private static final int CALLERS = 50;

  private final PostgresServer server = PostgresServer.shared();
  private final String url = server.newDatabase();
  private final FaultProxy proxy = FaultProxy.to(server.port());
  private final Notes notes =
      Notes.open(
          url.replace(":" + server.port(), ":" + proxy.port()),
          Map.of("database.deadline", "PT1.5S", "aws.lambda.max-concurrency", CALLERS));

  @BeforeAll
  static void load() {
    Notes.load();
  }

  /** What opens stays open until the test lets time pass. */
  @BeforeEach
  void create() {
    Notes.create(server, url);
    notes.write("first");
    clock().stop();
  }

  @AfterEach
  void close() {
    notes.close();
    proxy.close();
  }

  @Test
  void ofFiftyCallersThreeAtMostProbeADatabaseThatHangs() {
    proxy.inject(Fault.blackHole());
    open();
    assertThat(letThrough(CALLERS)).isZero();

    clock().advance(LONGEST_PAUSE);

    assertThat(letThrough(CALLERS)).isBetween(1L, 3L);
    assertThat(letThrough(CALLERS)).isZero();
  }

  @Test
  void itClosesByItselfWhenTheDatabaseIsBack() {
    proxy.inject(Fault.refuse());
    open();
    proxy.heal();

    recover(notes::touch);

    assertThat(letThrough(CALLERS)).isEqualTo(CALLERS);
  }

  @Test
  void statementsOutsideATransactionProbeToo() {
    proxy.inject(Fault.refuse());
    open();
    assertThatThrownBy(notes::count).isInstanceOf(BreakerOpenException.class);
    proxy.heal();

    recover(notes::count);

    assertThat(letThrough(CALLERS)).isEqualTo(CALLERS);
  }

  @Test
  void whatTheDatabaseRefusesIsNoOutage() {
    for (var refusals = 0; refusals < 5; refusals++) {
      assertThat(DatabaseFailure.of(catchThrowable(() -> notes.write("first"))))
          .contains(DatabaseFailure.CONSTRAINT);
      assertThat(DatabaseFailure.of(catchThrowable(() -> notes.execute("SELECT 1 / 0"))))
          .contains(DatabaseFailure.INVALID_VALUE);
    }

    assertThat(letThrough(CALLERS)).isEqualTo(CALLERS);
  }

  private void open() {
    assertThat(letThrough(3)).isEqualTo(3);
  }

  /** Three probes in a row; the pool may need a moment of its own to notice. */
  private void recover(Runnable probe) {
    Eventually.within(
        Duration.ofSeconds(20),
        () -> {
          clock().advance(LONGEST_PAUSE);
          IntStream.range(0, 3).forEach(_ -> probe.run());
        });
  }

  /** How many that come at once are not turned away. */
  private long letThrough(int callers) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Throwable> call = () -> catchThrowable(notes::touch);
      return threads.invokeAll(Collections.nCopies(callers, call)).stream()
          .map(done -> done.resultNow())
          .filter(thrown -> !(thrown instanceof BreakerOpenException))
          .count();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private AdvancingClock clock() {
    return notes.bean(AdvancingClock.class);
  }
}
