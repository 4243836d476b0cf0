package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.FakeContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @AfterEach
  void end() {
    Invocation.end();
  }

  @Test
  void withoutALimitNobodyWaits() {
    assertThat(Deadline.left()).isEmpty();
  }

  @Test
  void aLimitEndsWithItsWork() {
    var left = Deadline.within(Duration.ofMinutes(1), () -> Deadline.left().orElseThrow());

    assertThat(left).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(Deadline.left()).isEmpty();
  }

  @Test
  void anInnerLimitCanOnlyShorten() {
    var left =
        Deadline.within(
            Duration.ofSeconds(1),
            () -> Deadline.within(Duration.ofHours(1), () -> Deadline.left().orElseThrow()));

    assertThat(left).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void lambdasOwnLimitKeepsAReserveToAnswer() {
    Invocation.begin(new FakeContext("request-1", 10_000));

    var left = Deadline.within(Duration.ofHours(1), () -> Deadline.left().orElseThrow());

    assertThat(left).isLessThanOrEqualTo(Duration.ofMillis(9_500));
  }

  @Test
  void thereIsNeverLessThanNoTimeLeft() {
    Invocation.begin(new FakeContext("request-1", 100));

    assertThat(Deadline.left()).contains(Duration.ZERO);
  }
}
