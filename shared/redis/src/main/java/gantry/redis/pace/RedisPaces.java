package gantry.redis.pace;

import gantry.meter.EvenPace;
import gantry.meter.Pace;
import gantry.meter.Paces;
import gantry.meter.Quota;
import gantry.redis.Redis;
import gantry.redis.limiter.LimiterConfig;
import jakarta.inject.Singleton;

/** Paces that all processes keep together. */
@Singleton
final class RedisPaces implements Paces {
  private final Redis redis;
  private final LimiterConfig config;

  RedisPaces(Redis redis, LimiterConfig config) {
    this.redis = redis;
    this.config = config;
  }

  /** Where there is no Redis at all, each process keeps the pace by itself. */
  @Override
  public Pace of(String name, Quota quota) {
    if (!redis.isConfigured()) {
      return new EvenPace(quota);
    }
    return new RedisPace(redis, name, quota, new EvenPace(quota.sharedBy(config.instances())));
  }
}
