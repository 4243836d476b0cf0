package gantry.meter;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A GCRA meter for each key, as a bucket that leaks evenly. The keys are bounded: those unused for
 * longest are forgotten first, so that an attack from many addresses costs no memory.
 */
public final class Meters {
  private final Quota quota;
  private final Clock clock;
  private final Map<String, Level> levels;

  public Meters(Quota quota, int mostKeys, Clock clock) {
    this.quota = quota;
    this.clock = clock;
    this.levels = new Recent(mostKeys);
  }

  /** Uses up one unit if there is one. */
  public synchronized Verdict take(String key) {
    var used = used(key);
    if (used + 1 > quota.limit()) {
      return new Verdict.Refused(quota.toRegain(used + 1 - quota.limit()), quota.toRegain(used));
    }
    levels.put(key, new Level(used + 1, clock.millis()));
    var left = (int) Math.floor(quota.limit() - used - 1);
    return new Verdict.Admitted(left, quota.toRegain(used + 1));
  }

  /** Notes a unit that was allowed elsewhere; the meter is empty at most. */
  public synchronized void note(String key) {
    levels.put(key, new Level(Math.min(used(key) + 1, quota.limit()), clock.millis()));
  }

  /** Gives the whole quota back. */
  public synchronized void reset(String key) {
    levels.remove(key);
  }

  synchronized int size() {
    return levels.size();
  }

  private double used(String key) {
    var level = levels.get(key);
    if (level == null) {
      return 0;
    }
    // A clock that was set back regains nothing, and forgets nothing either.
    var elapsed = Math.max(0, clock.millis() - level.at());
    var regained = (double) elapsed * quota.limit() / quota.window().toMillis();
    return Math.max(0, level.used() - regained);
  }

  private record Level(double used, long at) {}

  private static final class Recent extends LinkedHashMap<String, Level> {
    private static final long serialVersionUID = 1;

    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
      return size() > most;
    }
  }
}
