package gantry.redis.cache;

/** A value as bytes. What cannot be read back, perhaps because its type has changed, is a miss. */
public interface Codec<V> {
  byte[] encode(V value);

  V decode(byte[] bytes);
}
