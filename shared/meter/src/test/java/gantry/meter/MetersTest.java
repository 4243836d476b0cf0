package gantry.meter;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.meter.Verdict.Admitted;
import gantry.meter.Verdict.Refused;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final Quota TEN_A_MINUTE = new Quota(10, Duration.ofMinutes(1));

  private final MutableClock clock = MutableClock.at("2026-11-21T03:00:00Z");
  private final Meters meters = new Meters(TEN_A_MINUTE, 1_000, clock);

  @Test
  void theWholeQuotaMayBeUsedAtOnce() {
    assertThat(IntStream.range(0, 10).mapToObj(_ -> meters.take("a")))
        .allMatch(Admitted.class::isInstance);
    assertThat(meters.take("a"))
        .isEqualTo(new Refused(Duration.ofSeconds(6), Duration.ofSeconds(60)));
  }

  @Test
  void itTellsWhatIsLeftAndWhenAllIsBack() {
    assertThat(meters.take("a")).isEqualTo(new Admitted(9, Duration.ofSeconds(6)));
    assertThat(meters.take("a")).isEqualTo(new Admitted(8, Duration.ofSeconds(12)));
  }

  @Test
  void unitsComeBackEvenly() {
    use(10);

    clock.advance(Duration.ofMillis(5_999));
    assertThat(meters.take("a")).isInstanceOf(Refused.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(meters.take("a")).isInstanceOf(Admitted.class);
    assertThat(meters.take("a")).isInstanceOf(Refused.class);
  }

  @Test
  void aRefusalUsesNothingUp() {
    use(1_000);

    clock.advance(Duration.ofMinutes(1));
    assertThat(meters.take("a")).isEqualTo(new Admitted(9, Duration.ofSeconds(6)));
  }

  @Test
  void whatWasAllowedElsewhereCounts() {
    LongStream.range(0, 12).forEach(_ -> meters.note("a"));

    assertThat(meters.take("a"))
        .isEqualTo(new Refused(Duration.ofSeconds(6), Duration.ofSeconds(60)));
  }

  @Test
  void keysDoNotMix() {
    use(10);

    assertThat(meters.take("b")).isInstanceOf(Admitted.class);
  }

  @Test
  void aResetGivesAllBack() {
    use(10);
    meters.reset("a");

    assertThat(meters.take("a")).isEqualTo(new Admitted(9, Duration.ofSeconds(6)));
  }

  @Test
  void aClockSetBackGivesNothing() {
    use(10);
    clock.advance(Duration.ofHours(-1));

    assertThat(meters.take("a")).isInstanceOf(Refused.class);
  }

  @Test
  void memoryIsBoundedAndTheUsedStay() {
    use(10);
    IntStream.range(0, 100_000)
        .forEach(i -> {
          meters.take("stranger" + i);
          meters.take("a");
        });

    assertThat(meters.size()).isEqualTo(1_000);
    assertThat(meters.take("a")).isInstanceOf(Refused.class);
  }

  @Test
  void threadsTogetherGetNoMore() {
    var admitted = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 200; i++) {
        threads.execute(() -> admitted.addAndGet(meters.take("a") instanceof Admitted ? 1 : 0));
      }
    }

    assertThat(admitted).hasValue(10);
  }

  @Test
  void aLargeQuotaIsExact() {
    var odd = new Quota(99_991, Duration.ofSeconds(7));
    var many = new Meters(odd, 10, clock);

    var admitted =
        IntStream.range(0, 120_000).filter(_ -> many.take("a") instanceof Admitted).count();

    assertThat(admitted).isEqualTo(99_991);
  }

  private void use(int units) {
    IntStream.range(0, units).forEach(_ -> meters.take("a"));
  }
}
