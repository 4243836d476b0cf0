package gantry.local.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.local.template.TemplateException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)       | UTC           | 2026-11-21T10:01:30Z",
        "rate(5 minutes)      | UTC           | 2026-11-21T10:05:30Z",
        "rate(2 hours)        | UTC           | 2026-11-21T12:00:30Z",
        "cron(0 12 * * ? *)   | UTC           | 2026-11-21T12:00:00Z",
        "cron(0 12 * * ? *)   | Europe/Berlin | 2026-11-21T11:00:00Z",
        "cron(0/15 * * * ? *) | UTC           | 2026-11-21T10:15:00Z",
        "cron(0 8 ? * MON *)  | UTC           | 2026-11-23T08:00:00Z",
        "cron(0 8 ? * 1 *)    | UTC           | 2026-11-22T08:00:00Z",
        "cron(0 8 L * ? *)    | UTC           | 2026-11-30T08:00:00Z",
        "at(2026-12-24T18:00:00) | UTC        | 2026-12-24T18:00:00Z",
      })
  void theNextTimeIsEventBridges(String expression, String zone, String next) {
    var now = ZonedDateTime.parse("2026-11-21T10:00:30Z");

    var found = Timing.of(expression, ZoneId.of(zone)).next(now);

    assertThat(found).map(ZonedDateTime::toInstant).contains(ZonedDateTime.parse(next).toInstant());
  }

  @Test
  void aTimeThatIsOverNeverComesAgain() {
    var timing = Timing.of("at(2020-01-01T00:00:00)", ZoneId.of("UTC"));

    assertThat(timing.next(ZonedDateTime.parse("2026-11-21T10:00:30Z"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rate(0 minutes)", "rate(1 fortnight)", "cron(0 12 * *)", "tomorrow", "at(noon)"})
  void anythingElseIsRefused(String expression) {
    assertThatThrownBy(() -> Timing.of(expression, ZoneId.of("UTC")))
        .isInstanceOf(TemplateException.class);
  }
}
