package gantry.precompute;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a view's page, and never builds one: from this process for two seconds, then from the last
 * good row. When that cannot be read, the page that this process has goes on.
 */
@Singleton
public final class ReadView {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final PostgresPageStore store;
  private final PageFilter filter;
  private final ReadStatistics statistics;
  private final Clock clock;
  private final Map<Key, LocalPage> pages = new ConcurrentHashMap<>();

  ReadView(PostgresPageStore store, PageFilter filter, ReadStatistics statistics, Clock clock) {
    this.store = store;
    this.filter = filter;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Without items, and stale, before the first build. */
  public Reading read(View view, String subject) {
    var local = pages.computeIfAbsent(new Key(view.name(), subject), _ -> new LocalPage(FRESH));
    var page =
        local.get(clock.instant(), () -> lastGood(view, subject), statistics.of(view.name()));
    return page.map(known -> reading(view, known)).orElseGet(Reading::none);
  }

  private Reading reading(View view, Page page) {
    return Reading.of(page, page.isOlderThan(view.softAge(), clock.instant()));
  }

  private Optional<Page> lastGood(View view, String subject) {
    return store.find(view, subject).map(filter::filter);
  }

  private record Key(String view, String subject) {}
}
