package gantry.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
  private static final Duration AGES = Duration.ofMinutes(1);

  @Test
  void boundsDoubleUpToTheCap() {
    assertThat(IntStream.of(1, 2, 3, 5, 6, 1_000).mapToObj(BACKOFF::boundAfter))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 1_600L, 2_000L, 2_000L);
  }

  @Test
  void pausesAreSpreadOverTheWholeBound() {
    var tenths = new HashSet<Long>();
    for (int i = 0; i < 10_000; i++) {
      var pause = BACKOFF.pauseAfter(1);
      assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(100));
      tenths.add(pause.toNanos() / 10_000_001);
    }

    assertThat(tenths).hasSize(10);
  }

  @Test
  void aBackoffThatShrinksIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }

  @Test
  void theAttemptsAreCounted() {
    var retries = new Retries(3, BACKOFF, RetryBudget.ofTenth());

    assertThat(retries.pauseAfter(2, AGES)).isPresent();
    assertThat(retries.pauseAfter(3, AGES)).isEmpty();
  }

  @Test
  void aPauseThatOutlastsTheDeadlineIsNone() {
    var retries = new Retries(3, BACKOFF, RetryBudget.ofTenth());

    assertThat(retries.pauseAfter(1, Duration.ofSeconds(3), Duration.ofSeconds(2))).isEmpty();
    assertThat(retries.pauseAfter(1, Duration.ofSeconds(3), AGES))
        .hasValueSatisfying(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100)));
  }

  @Test
  void whenEverythingFailsRetriesEnd() {
    var retries = new Retries(3, BACKOFF, RetryBudget.ofTenth());

    var granted = IntStream.range(0, 1_000).filter(i -> retries.pauseAfter(1, AGES).isPresent());

    assertThat(granted.count()).isEqualTo(10);
  }

  @Test
  void successesEarnRetries() {
    var budget = new RetryBudget(1, 4);
    assertThat(budget.take()).isTrue();

    for (int i = 0; i < 3; i++) {
      budget.succeeded();
      assertThat(budget.take()).isFalse();
    }
    budget.succeeded();

    assertThat(budget.take()).isTrue();
  }
}
