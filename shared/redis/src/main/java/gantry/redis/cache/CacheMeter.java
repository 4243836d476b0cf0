package gantry.redis.cache;

import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a cache does, and writes it down once a minute. */
final class CacheMeter {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Map<String, String> cache;
  private final Metrics metrics;
  private final Clock clock;
  private final LongAdder hits = new LongAdder();
  private final LongAdder stale = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder unreachable = new LongAdder();
  private CacheStatistics reported = new CacheStatistics(0, 0, 0, 0);
  private long reportedAt;

  CacheMeter(String cache, Metrics metrics, Clock clock) {
    this.cache = Map.of("cache", cache);
    this.metrics = metrics;
    this.clock = clock;
    this.reportedAt = clock.millis();
  }

  void hit() {
    hits.increment();
    reportIfDue();
  }

  void stale() {
    stale.increment();
    reportIfDue();
  }

  void miss() {
    misses.increment();
    reportIfDue();
  }

  void unreachable() {
    unreachable.increment();
  }

  CacheStatistics statistics() {
    return new CacheStatistics(hits.sum(), stale.sum(), misses.sum(), unreachable.sum());
  }

  private void reportIfDue() {
    if (clock.millis() - reportedAt >= PERIOD.toMillis()) {
      report();
    }
  }

  /** Writes what has not been written yet. */
  synchronized void report() {
    var now = statistics();
    var since = now.minus(reported);
    reported = now;
    reportedAt = clock.millis();
    if (since.hits() + since.stale() + since.misses() > 0) {
      count("CacheHits", since.hits() + since.stale());
      count("CacheMisses", since.misses());
      count("CacheUnreachable", since.unreachable());
      metrics.record("CacheHitRate", Unit.NONE, since.hitRate(), cache);
    }
  }

  private void count(String name, long number) {
    metrics.record(name, Unit.COUNT, (double) number, cache);
  }
}
