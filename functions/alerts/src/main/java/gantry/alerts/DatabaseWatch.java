package gantry.alerts;

import gantry.alerts.Notice.State;
import gantry.alerts.NoticeQueue.Telling;
import gantry.lambda.UuidV7;
import gantry.postgres.DatabaseFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells that PostgreSQL is away, without PostgreSQL: this process remembers, and writes the alert
 * down when it is back. A process that ends meanwhile forgets, and the next one tells anew.
 */
@Singleton
final class DatabaseWatch {
  private final NoticeQueue queue;
  private final TrackAlerts track;
  private final Rule rule;
  private final Clock clock;
  private final UuidV7 ids;
  private @Nullable Instant awaySince;
  private @Nullable Instant told;

  DatabaseWatch(NoticeQueue queue, TrackAlerts track, Rules rules, Clock clock) {
    this.queue = queue;
    this.track = track;
    this.rule = rules.named("DatabaseAway").orElseThrow();
    this.clock = clock;
    this.ids = new UuidV7(clock);
  }

  /** Throws on what the work threw, so that it is tried again, once the absence was told. */
  <T> T watch(Supplier<T> work) {
    try {
      isThere();
      return work.get();
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).filter(DatabaseFailure::isAway).isPresent()) {
        isAway();
      }
      throw e;
    }
  }

  private synchronized void isAway() {
    var now = clock.instant();
    var since = awaySince == null ? now : awaySince;
    awaySince = since;
    if (told == null || !told.isAfter(now.minus(rule.severity().coolDown()))) {
      queue.send(new Telling(ids.next(), rule, State.FIRING, 1, since, now));
      told = now;
    }
  }

  /** Writing is the proof; the recovery is told like any other. */
  private synchronized void isThere() {
    if (awaySince != null) {
      track.fires(rule, 1, awaySince);
      track.rests(rule);
      awaySince = null;
    }
  }
}
