package gantry.redis.cache;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long a cache keeps what.
 *
 * @param name prefix and hash tag of its keys, and the metrics' dimension
 * @param fresh how long a value is as good as new, give or take a tenth
 * @param stale how much longer it may be served while one caller loads it anew
 * @param absent how long it is remembered that there is none
 * @param local how long this process serves a value without asking Redis, and therefore how long it
 *     may miss a deletion by another one
 */
public record CacheSpec(
    String name, Duration fresh, Duration stale, Duration absent, Duration local) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Duration LEAST = Duration.ofMillis(1);

  public CacheSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A cache's name is short, lower-case and without blanks");
    }
    if (fresh.compareTo(LEAST) < 0
        || absent.compareTo(LEAST) < 0
        || stale.isNegative()
        || local.isNegative()) {
      throw new IllegalArgumentException("A cache keeps its values for some time");
    }
  }

  /**
   * Fresh for so long; nothing stale, absence for a tenth of it, a second or less in the process.
   */
  public static CacheSpec of(String name, Duration fresh) {
    var second = Duration.ofSeconds(1);
    var absent = fresh.dividedBy(10).plusMillis(1);
    return new CacheSpec(
        name, fresh, Duration.ZERO, absent, fresh.compareTo(second) < 0 ? fresh : second);
  }

  public CacheSpec withStale(Duration duration) {
    return new CacheSpec(name, fresh, duration, absent, local);
  }

  public CacheSpec withAbsent(Duration duration) {
    return new CacheSpec(name, fresh, stale, duration, local);
  }

  public CacheSpec withLocal(Duration duration) {
    return new CacheSpec(name, fresh, stale, absent, duration);
  }

  /** No entry lives longer, jitter and the time of its loading included. */
  Duration longest() {
    var longer = fresh.compareTo(absent) > 0 ? fresh : absent;
    return longer.plus(longer.dividedBy(10)).plus(stale).plus(SharedLayer.LOADING);
  }
}
