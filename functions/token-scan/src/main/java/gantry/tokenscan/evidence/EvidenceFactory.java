package gantry.tokenscan.evidence;

import gantry.redis.cache.CacheSpec;
import gantry.redis.cache.Caches;
import gantry.redis.cache.RedisCache;
import gantry.tokenscan.facts.Statement;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class EvidenceFactory {
  @Singleton
  RedisCache<List<Statement>> evidence(
      Caches caches, EvidenceConfig config, StatementsCodec codec) {
    return caches.cache(CacheSpec.of("token-scan", config.complete()), codec);
  }
}
