package gantry.alerts;

import gantry.alerts.Notice.Channel;
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
 * down when it is back. A process that ends meanwhile forgets; the next one tells anew, or resolves
 * the incident that nobody here remembers.
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
  private boolean resolved;

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
      var result = work.get();
      resolve();
      return result;
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

  /**
   * Once in a process: an incident stays open where the one that began it has ended. To PagerDuty
   * alone, which knows it by the rule and drops what resolves nothing; people would be told of it.
   */
  private synchronized void resolve() {
    if (!resolved) {
      var now = clock.instant();
      queue.send(new Telling(ids.next(), rule, State.RECOVERED, 0, now, now), Channel.PAGERDUTY);
      resolved = true;
    }
  }
}
