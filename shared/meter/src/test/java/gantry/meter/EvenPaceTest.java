package gantry.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvenPaceTest {
  private static final Duration MOST = Duration.ofSeconds(1);

  private long now = Long.MAX_VALUE - 1; // nanoTime may be anything, and run over.
  private final EvenPace pace = new EvenPace(Quota.perSecond(4), () -> now);

  @Test
  void turnsAreSpreadEvenly() {
    for (long quarter = 0; quarter < 4; quarter++) {
      assertThat(pace.turn(MOST)).contains(Duration.ofMillis(250 * quarter));
    }
  }

  @Test
  void aTurnTooFarAwayIsNotTaken() {
    for (int i = 0; i < 5; i++) {
      assertThat(pace.turn(MOST)).isPresent();
    }

    assertThat(pace.turn(MOST)).isEmpty();
    passes(Duration.ofMillis(250));
    assertThat(pace.turn(MOST)).contains(MOST);
  }

  @Test
  void idleTimeIsNotSavedUp() {
    passes(Duration.ofMinutes(5));

    assertThat(pace.turn(MOST)).contains(Duration.ZERO);
    assertThat(pace.turn(MOST)).contains(Duration.ofMillis(250));
  }

  @Test
  void aProviderKeepsCallsBackForAMinuteAtMost() {
    pace.hold(Duration.ofHours(1));

    passes(Duration.ofSeconds(58));
    assertThat(pace.turn(MOST)).isEmpty();
    passes(Duration.ofSeconds(2));
    assertThat(pace.turn(MOST)).contains(Duration.ZERO);
  }

  @Test
  void whatAQuotaHasComesAtOnceAndTheRestEvenly() {
    var burst = new EvenPace(new Quota(3, Duration.ofMillis(750)), () -> now);

    for (int i = 0; i < 3; i++) {
      assertThat(burst.turn(MOST)).contains(Duration.ZERO);
    }
    assertThat(burst.turn(MOST)).contains(Duration.ofMillis(250));
    assertThat(burst.turn(MOST)).contains(Duration.ofMillis(500));
  }

  @Test
  void aHeldServerIsNotCalledAtOnceEither() {
    var burst = new EvenPace(new Quota(3, Duration.ofMillis(750)), () -> now);
    burst.hold(Duration.ofSeconds(30));

    assertThat(burst.turn(MOST)).isEmpty();
    passes(Duration.ofSeconds(30));
    assertThat(burst.turn(MOST)).contains(Duration.ZERO);
    assertThat(burst.turn(MOST)).contains(Duration.ofMillis(250));
  }

  private void passes(Duration duration) {
    now += duration.toNanos();
  }
}
