package gantry.webhooks.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDaysTest {
  @ParameterizedTest
  @CsvSource({
    "UTC,               2026-11-21T23:59:59Z, 2026-11-22T00:00:00Z",
    "UTC,               2026-11-22T00:00:00Z, 2026-11-23T00:00:00Z",
    "Europe/Berlin,     2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "Europe/Berlin,     2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "America/Santiago,  2026-09-06T03:59:59Z, 2026-09-06T04:00:00Z",
    "America/Santiago,  2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z",
    "Pacific/Apia,      2011-12-30T09:59:59Z, 2011-12-30T10:00:00Z"
  })
  void aDayEndsOnceAlsoWithTwentyThreeOrTwentyFiveHours(String zone, Instant now, Instant end) {
    assertThat(UserDays.nextMidnight(now, ZoneId.of(zone))).isEqualTo(end);
  }
}
