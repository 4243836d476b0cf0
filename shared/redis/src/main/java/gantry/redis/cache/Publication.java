package gantry.redis.cache;

/** Stores values that were made since it began. */
@FunctionalInterface
public interface Publication<V> {
  /** False when it was deleted meanwhile, a higher version is known, or nobody knows. */
  boolean put(String key, Loaded<V> value);
}
