package gantry.meter;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.meter.Verdict.Admitted;
import gantry.meter.Verdict.Refused;
import gantry.testing.MutableClock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
  private static final Network HERE = Network.of("2001:db8:1:2::1");

  private final FailedAttempts attempts =
      new FailedAttempts(MutableClock.at("2026-11-21T03:00:00Z"));

  @Test
  void aNetworkMayFailTwentyTimes() {
    fail(20);

    assertThat(attempts.failed(Network.of("2001:db8:1:2:a:b:c:d"))).isInstanceOf(Refused.class);
    assertThat(attempts.failed(Network.of("2001:db8:1:3::1"))).isInstanceOf(Admitted.class);
  }

  @Test
  void aSuccessForgivesAll() {
    fail(21);
    attempts.succeeded(HERE);

    assertThat(attempts.failed(HERE)).isInstanceOf(Admitted.class);
  }

  private void fail(int times) {
    IntStream.range(0, times).forEach(_ -> attempts.failed(HERE));
  }
}
