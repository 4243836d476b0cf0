package gantry.redis.cache;

/** Gets a value from where it truly is. What it throws reaches the caller and is not remembered. */
@FunctionalInterface
public interface Loader<V> {
  Loaded<V> load();
}
