package gantry.redis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Clients;
import gantry.redis.Redis;
import gantry.redis.lock.Locks.Outcome.Busy;
import gantry.redis.lock.Locks.Outcome.Held;
import gantry.redis.lock.Locks.Outcome.Unguarded;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocksTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static RedisServer backup;

  private final FaultProxy way = FaultProxy.to(RedisServer.shared().port());
  private final Redis otherRedis = Clients.on(RedisServer.shared().url());
  private final Locks others = new Locks(otherRedis);
  private final String name = UUID.randomUUID().toString();
  private Redis redis;
  private Locks locks;

  @BeforeAll
  static void start() {
    Clients.load();
    backup = RedisServer.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    backup.close();
  }

  @BeforeEach
  void connect() {
    redis = Clients.on(Clients.url(way.port()), backup.url());
    locks = new Locks(redis);
  }

  @AfterEach
  void disconnect() {
    redis.close();
    otherRedis.close();
    way.close();
  }

  @Test
  void oneOfManyHoldsIt() {
    var held = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var i = 0; i < 50; i++) {
        var by = i % 2 == 0 ? locks : others;
        threads.execute(() -> held.addAndGet(by.take(name, MINUTE) instanceof Held ? 1 : 0));
      }
    }

    assertThat(held).hasValue(1);
  }

  @Test
  void whoComesLaterLearnsHowLong() {
    held(locks);

    assertThat(others.take(name, MINUTE))
        .isInstanceOfSatisfying(
            Busy.class,
            busy -> assertThat(busy.atMost()).isBetween(Duration.ofSeconds(50), MINUTE));
  }

  @Test
  void aReleasedLockIsFreeAndItsNumberGrows() {
    var first = held(locks);
    assertThat(locks.release(first)).isTrue();

    var second = held(others);

    assertThat(second.fence()).isGreaterThan(first.fence());
  }

  @Test
  void onlyItsHolderReleasesOrExtendsIt() {
    var lost = ((Held) locks.take(name, Duration.ofMillis(1))).lease();
    var current = new Lease[1];
    Eventually.within(SOON, () -> current[0] = held(others));

    assertThat(locks.release(lost)).isFalse();
    assertThat(locks.extend(lost, MINUTE)).isFalse();
    assertThat(others.extend(current[0], MINUTE)).isTrue();
    assertThat(others.release(current[0])).isTrue();
  }

  @Test
  void numbersGrowOverAFailOverToAnEmptyServerAndBack() {
    var first = held(locks);
    way.inject(Fault.refuse());
    var second = held(locks);
    assertThat(locks.release(second)).isTrue();
    way.heal();
    others.release(first);
    var third = new Lease[1];
    Eventually.within(
        SOON,
        () -> {
          third[0] = held(locks);
          locks.release(third[0]);
          assertThat(third[0].place()).isEqualTo(first.place());
        });

    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(third[0].fence()).isGreaterThan(second.fence());
  }

  @Test
  void withoutAnyServerNobodyIsGuarded() {
    try (var none = Clients.on(null)) {
      assertThat(new Locks(none).take(name, MINUTE)).isInstanceOf(Unguarded.class);
    }
  }

  private Lease held(Locks by) {
    var outcome = by.take(name, MINUTE);
    assertThat(outcome).isInstanceOf(Held.class);
    return ((Held) outcome).lease();
  }
}
