package gantry.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
  @ParameterizedTest
  @CsvSource({"10, 60, 1", "10, 60, 4", "600, 60, 10", "3, 60, 10", "1, 1, 100", "7, 3, 3"})
  void theSharesTogetherRegainNoMoreThanTheWhole(int limit, int seconds, int processes) {
    var whole = new Quota(limit, Duration.ofSeconds(seconds));

    var share = whole.sharedBy(processes);

    var wholePerSecond = (double) limit / seconds;
    var sharesPerSecond = processes * share.limit() * 1_000.0 / share.window().toMillis();
    assertThat(sharesPerSecond).isBetween(0.99 * wholePerSecond, wholePerSecond);
    assertThat(share.limit()).isBetween(1, limit);
  }

  @Test
  void theShareOfOneIsAll() {
    var whole = new Quota(10, Duration.ofMinutes(1));

    assertThat(whole.sharedBy(1)).isEqualTo(whole);
  }

  @Test
  void nothingIsNoQuota() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, Duration.ofMinutes(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, Duration.ofMinutes(-1)));
  }
}
