package gantry.precompute;

import gantry.redis.cache.CacheSpec;
import gantry.redis.cache.Caches;
import gantry.redis.cache.Loaded;
import gantry.redis.cache.Loader;
import gantry.redis.cache.Publication;
import gantry.redis.cache.RedisCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The pages in Redis. A builder puts them there; what is forgotten is read from PostgreSQL by one
 * for all. A page with a smaller fence never replaces one with a larger, nor does one that was
 * begun before it was forgotten.
 */
@Singleton
final class SharedPages {
  static final String PREFIX = "view-";

  /** That there is no page is soon asked again. */
  private static final Duration ABSENT = Duration.ofSeconds(2);

  private final Map<String, RedisCache<Page>> views;
  private final ReadStatistics statistics;

  SharedPages(List<View> views, Caches caches, ReadStatistics statistics) {
    this.statistics = statistics;
    this.views =
        views.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    View::name, view -> caches.cache(spec(view), new PageCodec())));
  }

  /** The process keeps nothing here: a user reads own writes, and {@link LocalPage} the rest. */
  private static CacheSpec spec(View view) {
    var ages = view.ages();
    return CacheSpec.of(PREFIX + view.name(), view.isBuiltAhead() ? ages.soft() : ages.every())
        .withStale(ages.hard())
        .withAbsent(ABSENT)
        .withLocal(Duration.ZERO);
  }

  Optional<Page> get(View view, String subject, Loader<Page> loader) {
    var isLoaded = new AtomicBoolean();
    var page =
        of(view.name())
            .get(
                subject,
                () -> {
                  var loaded = loader.load();
                  isLoaded.set(true);
                  return loaded;
                });
    var counts = statistics.of(view.name());
    if (isLoaded.get()) {
      counts.stored();
    } else {
      counts.shared();
    }
    return page;
  }

  /** Begins a build; empty when Redis is away. */
  Optional<Publication<Page>> publish(View view) {
    return of(view.name()).publish();
  }

  static Loaded<Page> loaded(Page page) {
    return Loaded.of(page).withVersion(page.fence());
  }

  void forget(String view, String subject) {
    of(view).delete(subject);
  }

  private RedisCache<Page> of(String view) {
    var pages = views.get(view);
    if (pages == null) {
      throw new IllegalArgumentException("There is no view " + view);
    }
    return pages;
  }
}
