package gantry.redis.cache;

import gantry.redis.cache.Found.Turn;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what is expensive to load: for a moment in this process, for longer in Redis. Of all
 * who miss a value, here and elsewhere, one loads it. What was deleted does not come back, also not
 * from a server that missed the deletion. Without Redis, values are loaded and kept in this
 * process.
 */
public final class RedisCache<V> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);

  private final LocalLayer<V> local;
  private final SharedLayer shared;
  private final Codec<V> codec;
  private final CacheMeter meter;
  private final OneAtATime<V> loads = new OneAtATime<>();

  RedisCache(LocalLayer<V> local, SharedLayer shared, Codec<V> codec, CacheMeter meter) {
    this.local = local;
    this.shared = shared;
    this.codec = codec;
    this.meter = meter;
  }

  /** The remembered value or the loaded one; empty when there is none. */
  public Optional<V> get(String key, Loader<V> loader) {
    var kept = local.find(key);
    if (kept != null) {
      meter.hit();
      return kept.value();
    }
    return loads.run(key, () -> fetch(key, loader));
  }

  /**
   * Begins to make values that nobody has missed, as a job does; empty when no server answers. What
   * is deleted from now on is not stored.
   */
  public Optional<Publication<V>> publish() {
    return shared
        .begin()
        .map(turn ->
            (key, value) -> {
              local.delete(key);
              return shared.put(key, turn, value.map(codec::encode));
            });
  }

  /** Forgets one value. */
  public void delete(String key) {
    local.delete(key);
    loads.forget();
    shared.delete(key);
    // Once more: another thread may have read the old one from Redis in between.
    local.delete(key);
    loads.forget();
  }

  /** Forgets every value that was loaded with one of these tags. */
  public void deleteTagged(String... tags) {
    everywhere(() -> shared.deleteTagged(List.of(tags)));
  }

  /**
   * Forgets every stored value whose key matches, such as {@code user:7:*}. It looks through all of
   * Redis and does not reach values that are being loaded meanwhile: prefer tags.
   */
  public void deleteMatching(String glob) {
    everywhere(() -> shared.deleteMatching(glob));
  }

  /** Forgets everything. */
  public void clear() {
    everywhere(shared::clear);
  }

  /** How it did so far, in this process. */
  public CacheStatistics statistics() {
    return meter.statistics();
  }

  private void everywhere(Runnable deletion) {
    local.deleteAll();
    loads.forget();
    deletion.run();
    local.deleteAll();
    loads.forget();
  }

  private Optional<V> fetch(String key, Loader<V> loader) {
    var load = new Load(key, loader, local.deletions());
    var patience = new Patience(SharedLayer.LOADING);
    var found = shared.read(key);
    while (found instanceof Found.Loading && patience.pause()) {
      found = shared.read(key);
    }
    return switch (found) {
      case Found.Fresh fresh -> load.decoded(fresh);
      case Found.Stale(var bytes, var turn) -> load.stale(bytes, turn);
      case Found.Missing(var turn) -> load.inTurn(turn);
      case Found.Loading _ -> load.alone();
      case Found.Unreachable _ -> load.withoutRedis();
    };
  }

  /** One caller's way to a value. */
  private final class Load {
    private final String key;
    private final Loader<V> loader;
    private final long deletionsBefore;

    Load(String key, Loader<V> loader, long deletionsBefore) {
      this.key = key;
      this.loader = loader;
      this.deletionsBefore = deletionsBefore;
    }

    Optional<V> decoded(Found.Fresh fresh) {
      var value = Decoded.of(fresh.value(), codec);
      if (value.isEmpty()) {
        return alone();
      }
      meter.hit();
      local.put(key, value.get().value(), fresh.freshFor(), deletionsBefore);
      return value.get().value();
    }

    /**
     * Whose turn it is loads before he answers: in a function nothing goes on in the background.
     * The others take the old value, and so does he when loading fails.
     */
    Optional<V> stale(Optional<byte[]> bytes, Optional<Turn> turn) {
      var old = Decoded.of(bytes, codec);
      if (old.isEmpty()) {
        return turn.map(this::inTurn).orElseGet(this::alone);
      }
      if (turn.isPresent()) {
        try {
          return inTurn(turn.get());
        } catch (RuntimeException e) {
          LOG.warn("Loading failed; cache {} serves the old value", shared.name(), e);
        }
      }
      meter.stale();
      return old.get().value();
    }

    Optional<V> inTurn(Turn turn) {
      try {
        var loaded = load();
        if (shared.put(key, turn, loaded.map(codec::encode))) {
          keep(loaded);
        }
        return loaded.value();
      } catch (RuntimeException | Error e) {
        shared.release(key, turn);
        throw e;
      }
    }

    /** The one whose turn it was takes too long, or his value cannot be read. */
    Optional<V> alone() {
      return load().value();
    }

    Optional<V> withoutRedis() {
      meter.unreachable();
      var loaded = load();
      keep(loaded);
      return loaded.value();
    }

    private Loaded<V> load() {
      meter.miss();
      return loader.load();
    }

    private void keep(Loaded<V> loaded) {
      local.put(key, loaded, deletionsBefore);
    }
  }
}
