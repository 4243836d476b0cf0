package gantry.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCursorTest {
  private static final String ID = "01a2006a-0410-7e21-a99e-1977d675d9fd";

  @Test
  void whatAListMadeIsReadAgain() {
    var cursor = new TimeCursor(Instant.parse("2026-11-21T12:00:00.123456Z"), UUID.fromString(ID));

    assertThat(TimeCursor.of(cursor.text())).contains(cursor);
    assertThat(TimeCursor.of(TimeCursor.LAST.text())).contains(TimeCursor.LAST);
  }

  @Test
  void aListWithTheNewestFirstBeginsBehindEverything() {
    assertThat(TimeCursor.before(null)).contains(TimeCursor.LAST);
    assertThat(TimeCursor.before(TimeCursor.FIRST.text())).contains(TimeCursor.FIRST);
    assertThat(TimeCursor.before("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00Z ",
        "2026-11-21T12:00:00Z\0 " + ID,
        "2026-11-21T12:00:00Z " + ID + "\0",
        "2026-11-21T12:00:00.000Z " + ID,
        "2026-11-21T12:00:00Z 1-1-1-1-1",
        "1969-12-31T23:59:59Z " + ID,
        "-1000000000-01-01T00:00:00Z " + ID,
        "+10000-01-01T00:00:00Z " + ID,
        "+1000000000-12-31T23:59:59.999999999Z " + ID
      })
  void aPlaceThatNoListHasIsNoCursor(String place) {
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));

    assertThat(TimeCursor.of(text)).isEmpty();
    assertThat(TimeCursor.of(place)).isEmpty();
  }
}
