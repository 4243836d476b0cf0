package gantry.redis.cache;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What bytes from Redis mean: a value, or that there is none. */
record Decoded<V>(Optional<V> value) {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);

  /** Empty when they mean nothing to this version of the code. */
  static <V> Optional<Decoded<V>> of(Optional<byte[]> bytes, Codec<V> codec) {
    try {
      return Optional.of(new Decoded<>(bytes.map(codec::decode)));
    } catch (RuntimeException e) {
      LOG.warn("A cached value cannot be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }
}
