package gantry.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code REDIS_URL} and {@code REDIS_BACKUP_URL}, {@code redis://} or {@code rediss://}; without
 * the first there is no Redis.
 */
@ConfigurationProperties("redis")
record RedisConfig(@Nullable String url, @Nullable String backupUrl) {
  private static final Set<String> SCHEMES = Set.of("redis", "rediss");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+(%\\w+)?]");
  private static final Duration HANDSHAKE = Duration.ofSeconds(1);

  Map<Place, RedisURI> addresses() {
    var addresses = new TreeMap<Place, RedisURI>();
    address("REDIS_URL", url).ifPresent(found -> addresses.put(Place.PRIMARY, found));
    address("REDIS_BACKUP_URL", backupUrl).ifPresent(found -> addresses.put(Place.BACKUP, found));
    if (addresses.size() == 1 && addresses.containsKey(Place.BACKUP)) {
      throw new IllegalArgumentException("REDIS_BACKUP_URL is set, but not REDIS_URL");
    }
    return addresses;
  }

  private static Optional<RedisURI> address(String setting, @Nullable String text) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(parsed(setting, text.strip()));
  }

  /** What is wrong is told without the address, which may hold a password. */
  private static RedisURI parsed(String setting, String text) {
    var scheme = text.replaceFirst("(?s):.*", "");
    if (!SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException(setting + " is no redis:// or rediss:// address");
    }
    try {
      var address = RedisURI.create(text);
      address.setTimeout(HANDSHAKE);
      return verified(setting, address);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(setting + " is malformed or without verified TLS");
    }
  }

  private static RedisURI verified(String setting, RedisURI address) {
    var host = String.valueOf(address.getHost());
    if (!HOST.matcher(host).matches()
        || (address.isSsl() && address.getVerifyMode() != SslVerifyMode.FULL)) {
      throw new IllegalArgumentException(setting);
    }
    return address;
  }
}
