package gantry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

  @Test
  void anIdCarriesVersionVariantAndItsMillisecond() {
    var id = at(NOW).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    var ids = at(NOW);

    assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates();
  }

  @Test
  void aLaterIdSortsAfterAnEarlierOne() {
    UUID earlier = at(NOW).next();
    UUID later = at(NOW.plusMillis(1)).next();

    assertThat(later.toString()).isGreaterThan(earlier.toString());
  }

  private static UuidV7 at(Instant now) {
    return new UuidV7(Clock.fixed(now, ZoneOffset.UTC));
  }
}
