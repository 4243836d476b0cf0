package gantry.redis.cache;

import gantry.lambda.Metrics;
import gantry.redis.Redis;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes caches; each is made once, where it is used. */
@Singleton
public final class Caches {
  private final Redis redis;
  private final Metrics metrics;
  private final Clock clock;
  private final List<CacheMeter> meters = new CopyOnWriteArrayList<>();

  public Caches(Redis redis, Metrics metrics, Clock clock) {
    this.redis = redis;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** A cache of values that never change: every caller in the process gets the same object. */
  public <V> RedisCache<V> cache(CacheSpec spec, Codec<V> codec) {
    var meter = new CacheMeter(spec.name(), metrics, clock);
    meters.add(meter);
    return new RedisCache<>(new LocalLayer<>(spec), new SharedLayer(redis, spec), codec, meter);
  }

  @PreDestroy
  void reportTheRest() {
    meters.forEach(CacheMeter::report);
  }
}
