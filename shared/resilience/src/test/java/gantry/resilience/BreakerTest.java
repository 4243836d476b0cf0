package gantry.resilience;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gantry.lambda.Metrics;
import gantry.testing.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Predicate<RuntimeException> OUTAGE = UncheckedIOException.class::isInstance;

  private final MutableClock clock = MutableClock.at("2026-11-21T03:00:00Z");
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Metrics metrics = new Metrics(new PrintStream(written, true, UTF_8), clock);
  private final Breaker breaker = new Breaker("ledger", BreakerConfig.DEFAULT, metrics, clock);

  @Test
  void threeFailuresInAMinuteOpenIt() {
    fail();
    passes(Duration.ofSeconds(29));
    fail();
    passes(Duration.ofSeconds(29));
    fail();

    assertThat(breaker.tryAcquire()).isEmpty();
  }

  @Test
  void threeFailuresInTenMinutesDoNot() {
    for (int i = 0; i < 3; i++) {
      fail();
      passes(Duration.ofMinutes(5));
    }

    assertThat(breaker.tryAcquire()).isPresent();
  }

  @Test
  void successesHideNoFailures() {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 1_000; j++) {
        succeed();
      }
      fail();
    }

    assertThat(breaker.tryAcquire()).isEmpty();
  }

  @Test
  void anAnswerThatRefusesIsNoOutage() {
    for (int i = 0; i < 10; i++) {
      assertThatIllegalStateException().isThrownBy(this::refuse);
    }

    assertThat(breaker.tryAcquire()).isPresent();
  }

  @Test
  void anOpenBreakerTellsWhenToComeAgain() {
    open();

    assertThatExceptionOfType(BreakerOpenException.class)
        .isThrownBy(() -> breaker.call(() -> "never", OUTAGE))
        .satisfies(open ->
            assertThat(open.retryAfter())
                .isBetween(Duration.ofMillis(700), Duration.ofMillis(1_300)));
  }

  @Test
  void threeOfFiftyCallsProbe() throws Exception {
    open();
    passes(Duration.ofSeconds(2));

    assertThat(admitted(50)).hasSize(3);
  }

  @Test
  void probesThatSucceedCloseIt() {
    open();
    passes(Duration.ofSeconds(2));

    succeed();
    succeed();
    succeed();

    for (int i = 0; i < 50; i++) {
      assertThat(breaker.tryAcquire()).isPresent();
    }
  }

  @Test
  void oneProbeIsEnoughWhereOneIsConfigured() throws Exception {
    var single = new Breaker("redis", BreakerConfig.DEFAULT.withProbes(1), metrics, clock);
    for (int i = 0; i < 3; i++) {
      single.acquire().failed();
    }
    passes(Duration.ofSeconds(2));

    var probe = single.acquire();
    assertThat(single.tryAcquire()).isEmpty();
    probe.succeeded();

    assertThat(single.tryAcquire()).isPresent();
  }

  @Test
  void eachFailedRecoveryDoublesThePauseUpToTheLongest() {
    open();
    var pauses = new ArrayList<Long>();
    for (int i = 0; i < 8; i++) {
      pauses.add(breaker.retryAfter().toMillis());
      passes(breaker.retryAfter().plusMillis(1));
      fail();
      fail();
      fail();
    }

    assertThat(pauses.get(1)).isBetween(1_400L, 2_600L);
    assertThat(pauses.get(4)).isBetween(11_200L, 20_800L);
    assertThat(pauses.get(7)).isBetween(42_000L, 60_000L);
    assertThat(pauses).allMatch(pause -> pause <= 60_000);
  }

  @Test
  void aCallFromBeforeTheChangeDecidesNothing() {
    var late = admittedNow(2);
    open();
    passes(Duration.ofSeconds(2));

    late.forEach(Permit::failed);
    succeed();
    succeed();
    succeed();

    assertThat(admittedNow(10)).hasSize(10);
  }

  @Test
  void anAbandonedProbeMakesRoomForAnother() {
    open();
    passes(Duration.ofSeconds(2));
    var probes = admittedNow(3);
    assertThat(breaker.tryAcquire()).isEmpty();

    probes.getFirst().close();

    assertThat(breaker.tryAcquire()).isPresent();
    assertThat(breaker.tryAcquire()).isEmpty();
  }

  @Test
  void aRefusalProvesThatTheServerIsBack() {
    open();
    passes(Duration.ofSeconds(2));

    for (int i = 0; i < 3; i++) {
      assertThatIllegalStateException().isThrownBy(this::refuse);
    }

    assertThat(admittedNow(10)).hasSize(10);
  }

  @Test
  void anErrorOfOursGivesTheProbeBack() {
    open();
    passes(Duration.ofSeconds(2));

    for (int i = 0; i < 10; i++) {
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() ->
              breaker.call(
                  () -> {
                    throw new AssertionError("ours");
                  },
                  OUTAGE));
    }

    assertThat(admittedNow(10)).hasSize(3);
  }

  @Test
  void eachChangeIsAMetric() {
    open();
    passes(Duration.ofSeconds(2));
    succeed();
    succeed();
    succeed();

    assertThat(written.toString(UTF_8).lines())
        .satisfiesExactly(
            opened -> assertThat(opened).contains("\"breaker\":\"ledger\",\"BreakerOpened\":1"),
            half -> assertThat(half).contains("\"BreakerHalfOpened\":1"),
            closed -> assertThat(closed).contains("\"BreakerClosed\":1"));
  }

  private void open() {
    for (int i = 0; i < 3; i++) {
      fail();
    }
  }

  private void fail() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() ->
            breaker.call(
                () -> {
                  throw new UncheckedIOException(new IOException("dead"));
                },
                OUTAGE));
  }

  private String succeed() {
    return breaker.call(() -> "alive", OUTAGE);
  }

  private void refuse() {
    breaker.call(
        () -> {
          throw new IllegalStateException("unique violation");
        },
        OUTAGE);
  }

  private List<Permit> admittedNow(int calls) {
    var permits = new ArrayList<Permit>();
    for (int i = 0; i < calls; i++) {
      breaker.tryAcquire().ifPresent(permits::add);
    }
    return permits;
  }

  private List<Permit> admitted(int calls) throws InterruptedException {
    var tries = new ArrayList<Callable<Optional<Permit>>>();
    for (int i = 0; i < calls; i++) {
      tries.add(breaker::tryAcquire);
    }
    try (var threads = Executors.newFixedThreadPool(16)) {
      return threads.invokeAll(tries).stream().flatMap(done -> done.resultNow().stream()).toList();
    }
  }

  private void passes(Duration duration) {
    clock.advance(duration);
  }
}
