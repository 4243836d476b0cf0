package gantry.redis.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What this process serves without asking anybody. */
final class LocalLayer<V> {
  private static final int MOST_ENTRIES = 10_000;

  private final CacheSpec spec;
  private final AtomicLong deletions = new AtomicLong();
  private final Cache<String, Kept<V>> entries =
      Caffeine.newBuilder()
          .maximumSize(MOST_ENTRIES)
          .executor(Runnable::run) // a function has no threads of its own between events
          .expireAfter(Expiry.<String, Kept<V>>writing((_, kept) -> kept.duration()))
          .build();

  LocalLayer(CacheSpec spec) {
    this.spec = spec;
  }

  /** Null when nothing is known. */
  @Nullable Kept<V> find(String key) {
    return entries.getIfPresent(key);
  }

  /** How many deletions there have been; what was read before the last one is not kept. */
  long deletions() {
    return deletions.get();
  }

  /** Keeps a value that was just loaded. */
  void put(String key, Loaded<V> loaded, long deletionsBefore) {
    put(key, loaded.value(), loaded.freshIn(spec), deletionsBefore);
  }

  void put(String key, Optional<V> value, Duration freshFor, long deletionsBefore) {
    var duration = freshFor.compareTo(spec.local()) < 0 ? freshFor : spec.local();
    if (!duration.isZero() && deletionsBefore == deletions.get()) {
      entries.put(key, new Kept<>(value, duration));
      if (deletionsBefore != deletions.get()) {
        entries.invalidate(key); // deleted between the two lines above
      }
    }
  }

  void delete(String key) {
    deletions.incrementAndGet();
    entries.invalidate(key);
  }

  /** Which entries have a tag is not known here, and they do not live long anyway. */
  void deleteAll() {
    deletions.incrementAndGet();
    entries.invalidateAll();
  }

  /** A value, or that there is none, and for how long that is served. */
  record Kept<V>(Optional<V> value, Duration duration) {}
}
