package gantry.precompute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gantry.redis.cache.Loaded;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Reads a tenant's page, and never builds one: from this process for two seconds, then from Redis,
 * then from the last good row. When neither answers, the page that this process has goes on.
 */
@Singleton
public final class ReadView {
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** Pages of some tens of kB, in a process of 512 MB. */
  private static final int MOST = 500;

  private final LastGood lastGood;
  private final SharedPages shared;
  private final ReadStatistics statistics;
  private final Clock clock;
  private final Cache<Key, LocalPage> pages = Caffeine.newBuilder().maximumSize(MOST).build();

  ReadView(LastGood lastGood, SharedPages shared, ReadStatistics statistics, Clock clock) {
    this.lastGood = lastGood;
    this.shared = shared;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Without items, and stale, before the first build. */
  public Reading read(View view, String tenant) {
    var local = pages.get(new Key(view.name(), tenant), _ -> new LocalPage(FRESH));
    return local
        .get(
            clock.instant(),
            () -> shared.get(view, tenant, () -> lastGood(view, tenant)),
            statistics.of(view.name()))
        .map(page -> Reading.of(page, page.isOlderThan(view.ages().soft(), clock.instant())))
        .orElseGet(() -> Reading.none(view));
  }

  private Loaded<Page> lastGood(View view, String tenant) {
    return lastGood.find(view, tenant).map(SharedPages::loaded).orElseGet(Loaded::absent);
  }

  private record Key(String view, String tenant) {}
}
