package gantry.redis.cache;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Clients;
import gantry.redis.Health;
import gantry.redis.Place;
import gantry.redis.Redis;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted while a server was away does not come back with it. */
class ReturnedServerTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static RedisServer primary;
  private static RedisServer backup;

  private final CacheSpec spec =
      CacheSpec.of("r-" + UUID.randomUUID(), Duration.ofMinutes(10)).withLocal(Duration.ZERO);
  private final List<Redis> connected = new ArrayList<>();
  private final Source source = new Source("old");
  private FaultProxy way;
  private FaultProxy wayToBackup;
  private Redis redis;
  private RedisCache<String> cache;

  @BeforeAll
  static void start() {
    Clients.load();
    primary = RedisServer.start(folder.resolve("primary"), 0);
    backup = RedisServer.start(folder.resolve("backup"), 0);
  }

  @AfterAll
  static void stop() {
    primary.close();
    backup.close();
  }

  @BeforeEach
  void begin() {
    way = FaultProxy.to(primary.port());
    wayToBackup = FaultProxy.to(backup.port());
    redis = connect();
    cache = cache(redis);
  }

  @AfterEach
  void disconnect() {
    connected.forEach(Redis::close);
    way.close();
    wayToBackup.close();
  }

  @Test
  void whatWasDeletedOnTheBackup() {
    cache.get("k", source);
    way.inject(Fault.refuse());
    source.set("new");
    cache.delete("k");
    way.heal();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));

    assertThat(cache.get("k", source)).contains("new");
  }

  @Test
  void alsoForAProcessThatNoticedNothing() {
    cache.get("k", source);
    way.inject(Fault.refuse());
    source.set("new");
    cache.delete("k");
    connected.forEach(Redis::close);
    way.heal();

    assertThat(cache(connect()).get("k", source)).contains("new");
  }

  @Test
  void alsoForAProcessThatNeverLeft() {
    var witness = Clients.on(primary.url(), backup.url());
    connected.add(witness);
    var other = cache(witness);
    cache.get("k", source);
    assertThat(other.get("k", source)).contains("old");
    way.inject(Fault.refuse());
    source.set("new");

    cache.delete("k");

    Eventually.within(SOON, () -> assertThat(other.get("k", source)).contains("new"));
  }

  @Test
  void whatTheBackupMissed() {
    way.inject(Fault.refuse());
    cache.get("k", source);
    way.heal();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));
    wayToBackup.inject(Fault.refuse());
    source.set("new");
    cache.delete("k");
    wayToBackup.heal();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));
    cache(connect()).get("another", source);

    way.inject(Fault.refuse());

    assertThat(cache.get("k", source)).contains("new");
  }

  @Test
  void whatWasDeletedWhileNoServerWasThere() {
    cache.get("k", source);
    way.inject(Fault.refuse());
    wayToBackup.inject(Fault.refuse());
    source.set("new");
    cache.delete("k");
    way.heal();
    wayToBackup.heal();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));

    assertThat(cache.get("k", source)).contains("new");
  }

  @Test
  void whatAServerReadsBackFromItsDisk() {
    cache.get("k", source);
    redis.callAt(Place.PRIMARY, session -> session.commands().save());
    source.set("new");
    cache.delete("k");
    primary.kill();
    primary.start();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));

    assertThat(cache(connect()).get("k", source)).contains("new");
  }

  private Redis connect() {
    var fresh = Clients.on(Clients.url(way.port()), Clients.url(wayToBackup.port()));
    connected.add(fresh);
    return fresh;
  }

  private RedisCache<String> cache(Redis with) {
    return new Caches(with, Clients.metrics(), Clock.systemUTC()).cache(spec, Texts.CODEC);
  }
}
