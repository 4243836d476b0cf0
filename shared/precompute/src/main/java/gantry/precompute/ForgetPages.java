package gantry.precompute;

import gantry.redis.cache.CacheSpec;
import gantry.redis.cache.Caches;
import gantry.redis.cache.RedisCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Forgets pages in Redis from where their views are not declared; after a change's commit. */
@Singleton
public final class ForgetPages {
  /** Longer than anybody takes to read or build a page that must not be stored any more. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Caches caches;
  private final Map<String, RedisCache<Page>> views = new ConcurrentHashMap<>();

  ForgetPages(Caches caches) {
    this.caches = caches;
  }

  public void ofTenant(String view, String tenant) {
    of(view).delete(tenant);
  }

  public void ofUser(String view, Subject subject) {
    of(view).delete(subject.key());
  }

  private RedisCache<Page> of(String view) {
    return views.computeIfAbsent(
        view, name -> caches.cache(spec(name).withLocal(Duration.ZERO), new PageCodec()));
  }

  private static CacheSpec spec(String view) {
    return CacheSpec.of(SharedPages.PREFIX + view, REMEMBERED);
  }
}
