package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JitterTest {
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final int DRAWS = 1_000;

  @Test
  void fullJitterIsAnythingUpToTheBound() {
    assertThat(draws(Stream.generate(() -> Jitter.upTo(BOUND))))
        .allMatch(pause -> !pause.isNegative() && pause.compareTo(BOUND) <= 0)
        .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0)
        .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(9)) > 0);
  }

  @Test
  void halfJitterIsAtLeastHalfOfIt() {
    assertThat(draws(Stream.generate(() -> Jitter.halfUpTo(BOUND))))
        .allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) >= 0)
        .allMatch(pause -> pause.compareTo(BOUND) <= 0);
  }

  @Test
  void aShareIsAddedOrTakenAway() {
    assertThat(draws(Stream.generate(() -> Jitter.around(BOUND, 0.1))))
        .allMatch(pause -> pause.minus(BOUND).abs().compareTo(Duration.ofSeconds(1)) <= 0)
        .anyMatch(pause -> pause.compareTo(BOUND) < 0)
        .anyMatch(pause -> pause.compareTo(BOUND) > 0);
  }

  @Test
  void nothingHasNoJitter() {
    assertThat(Jitter.upTo(Duration.ZERO)).isZero();
    assertThat(Jitter.halfUpTo(Duration.ZERO)).isZero();
  }

  private static Stream<Duration> draws(Stream<Duration> pauses) {
    return pauses.limit(DRAWS);
  }
}
