package gantry.operations.health;

import gantry.redis.Redis;
import jakarta.inject.Singleton;
import java.util.Map;

/** Redis: what it does is done without, too, but more slowly and more strictly. */
@Singleton
final class RedisComponent implements Component {
  private final Redis redis;

  RedisComponent(Redis redis) {
    this.redis = redis;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public boolean isRequired() {
    return false;
  }

  @Override
  public Observation observe() {
    var servers = redis.health();
    var health =
        switch (servers) {
          case HEALTHY, NOT_CONFIGURED -> Health.HEALTHY;
          case DEGRADED -> Health.DEGRADED;
          case UNHEALTHY -> Health.UNHEALTHY;
        };
    return new Observation(health, Map.of("servers", servers.name()));
  }
}
