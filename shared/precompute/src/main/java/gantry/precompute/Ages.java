package gantry.precompute;

import java.time.Duration;

/**
 * How old a view's pages become.
 *
 * @param every how often they are built anew
 * @param soft from when on they say that they are stale: a little more than {@code every}
 * @param hard how much longer Redis keeps one that nobody renews, for when PostgreSQL is away
 */
public record Ages(Duration every, Duration soft, Duration hard) {
  public Ages {
    if (every.compareTo(soft) >= 0 || soft.compareTo(hard) >= 0) {
      throw new IllegalArgumentException("A page is renewed before it is stale, and kept beyond");
    }
  }
}
