package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingResponsesTest {
  @Test
  void whatIsCurrentNeedsNoWord() {
    var response = ReadingResponses.ok(new Reading.Current<>("a"));

    assertThat(response.body()).isEqualTo("a");
    assertThat(response.getHeaders().contains(ReadingResponses.DEGRADED)).isFalse();
  }

  @Test
  void whatMayBeOldSaysHowOldAndRatherTooMuch() {
    var response = ReadingResponses.ok(new Reading.Stale<>("a", Duration.ofMillis(2001)));

    assertThat(response.body()).isEqualTo("a");
    assertThat(response.getHeaders().get(ReadingResponses.DEGRADED)).isEqualTo("stale;age=3");
  }
}
