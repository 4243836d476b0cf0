package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "3, 8", "4, 16", "9, 60"})
  void anAttemptWaitsAnywhereUpToItsCap(int attempts, int seconds) {
    for (var i = 0; i < 1000; i++) {
      assertThat(RetryPolicy.STANDARD.afterAttempt(attempts))
          .isBetween(Duration.ZERO, Duration.ofSeconds(seconds));
    }
  }

  @RepeatedTest(20)
  void fiftyReceivesSpanMoreThanTwoHours() {
    var span =
        IntStream.rangeClosed(1, 50)
            .mapToObj(RetryPolicy::afterReceive)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(span).isGreaterThan(Duration.ofHours(2));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 16", "6, 20", "20, 20", "21, 40", "25, 600", "50, 600", "1000, 600"})
  void aReceiveWaitsAtLeastHalfOfItsStep(int receives, int seconds) {
    for (var i = 0; i < 1000; i++) {
      assertThat(RetryPolicy.afterReceive(receives))
          .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds));
    }
  }
}
