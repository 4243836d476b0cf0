package gantry.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The time that one run has for work in batches; the next night goes on. In batches, because one
 * long statement would hold its locks and its snapshot for minutes.
 */
final class Night {
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private final Clock clock;
  private final Instant end;

  Night(Clock clock) {
    this.clock = clock;
    this.end = clock.instant().plus(LENGTH);
  }

  Instant now() {
    return clock.instant();
  }

  static OffsetDateTime column(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Until it finds nothing more; answers how many rows that were. */
  int inBatches(PreparedStatement statement) throws SQLException {
    var all = 0;
    int batch;
    do {
      batch = statement.executeUpdate();
      all += batch;
    } while (batch > 0 && !isOver());
    return all;
  }

  boolean isOver() {
    return clock.instant().isAfter(end);
  }
}
