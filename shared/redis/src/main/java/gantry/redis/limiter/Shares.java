package gantry.redis.limiter;

import gantry.meter.Meters;
import gantry.meter.Verdict;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process allows alone: its share of each limit. */
final class Shares {
  private static final int MOST_SUBJECTS = 10_000;

  private final int processes;
  private final Clock clock;
  private final Map<Limit, Meters> meters = new ConcurrentHashMap<>();

  Shares(int processes, Clock clock) {
    this.processes = processes;
    this.clock = clock;
  }

  Verdict take(Limit limit, String bucket) {
    return of(limit).take(bucket);
  }

  /** Counts what all processes together have admitted here. */
  void note(Limit limit, String bucket) {
    of(limit).note(bucket);
  }

  private Meters of(Limit limit) {
    return meters.computeIfAbsent(
        limit, l -> new Meters(l.quota().sharedBy(processes), MOST_SUBJECTS, clock));
  }
}
