package gantry.redis.pace;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.meter.EvenPace;
import gantry.meter.Pace;
import gantry.meter.Paces;
import gantry.meter.Quota;
import gantry.redis.Clients;
import gantry.redis.Redis;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.RedisServer;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisPaceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Quota EVERY_TEN_SECONDS = new Quota(1, TEN_SECONDS);

  @TempDir static Path folder;
  private static RedisServer backup;

  private final String provider = UUID.randomUUID().toString();
  private final List<Redis> connected = new ArrayList<>();
  private final FaultProxy way = FaultProxy.to(RedisServer.shared().port());

  @BeforeAll
  static void start() {
    Clients.load();
    backup = RedisServer.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    backup.close();
  }

  @AfterEach
  void disconnect() {
    connected.forEach(Redis::close);
    way.close();
  }

  @Test
  void processesTakeTurns() {
    var here = process();
    var there = process();

    assertThat(here.turn(MINUTE)).contains(Duration.ZERO);
    assertThat(there.turn(MINUTE)).hasValueSatisfying(wait -> isAbout(wait, TEN_SECONDS));
    assertThat(here.turn(MINUTE))
        .hasValueSatisfying(wait -> isAbout(wait, TEN_SECONDS.multipliedBy(2)));
  }

  @Test
  void aTurnTooFarAwayIsNotTaken() {
    var here = process();
    here.turn(MINUTE);

    assertThat(here.turn(Duration.ofSeconds(1))).isEmpty();
    assertThat(here.turn(MINUTE)).hasValueSatisfying(wait -> isAbout(wait, TEN_SECONDS));
  }

  @Test
  void whatAProviderToldOneHoldsForAllAlsoOverAFailOver() {
    var here = process();
    var there = process();
    here.hold(Duration.ofSeconds(30));

    assertThat(there.turn(TEN_SECONDS)).isEmpty();
    way.inject(Fault.refuse());
    assertThat(there.turn(TEN_SECONDS)).isEmpty();
  }

  @Test
  void aProviderKeepsCallsBackForAMinuteAtMost() {
    process().hold(Duration.ofHours(1));

    assertThat(process().turn(MINUTE)).hasValueSatisfying(wait -> isAbout(wait, MINUTE));
  }

  @Test
  void whatAQuotaHasAtOnceIsSharedByAll() {
    var three = new Quota(3, MINUTE);
    var here = pace(Clients.on(Clients.url(way.port())), three);
    var there = pace(Clients.on(Clients.url(way.port())), three);

    assertThat(here.turn(TEN_SECONDS)).contains(Duration.ZERO);
    assertThat(there.turn(TEN_SECONDS)).contains(Duration.ZERO);
    assertThat(here.turn(TEN_SECONDS)).contains(Duration.ZERO);
    assertThat(there.turn(TEN_SECONDS)).isEmpty();
  }

  @Test
  void workInTheBackgroundTakesWhatOthersLeave() {
    var people = pace(Clients.on(Clients.url(way.port())), new Quota(3, MINUTE));
    var background = pace(Clients.on(Clients.url(way.port())), new Quota(1, MINUTE.dividedBy(3)));

    assertThat(background.turn(TEN_SECONDS)).contains(Duration.ZERO);
    assertThat(background.turn(TEN_SECONDS)).isEmpty();
    assertThat(people.turn(TEN_SECONDS)).contains(Duration.ZERO);
  }

  @Test
  void aHeldProviderIsNotCalledAtOnceEither() {
    var three = pace(Clients.on(Clients.url(way.port())), new Quota(3, MINUTE));
    three.hold(Duration.ofSeconds(30));

    assertThat(three.turn(TEN_SECONDS)).isEmpty();
  }

  @Test
  void whatTheBackgroundWasToldHoldsForPeopleToo() {
    var people = pace(Clients.on(Clients.url(way.port())), new Quota(3, MINUTE));
    var background = pace(Clients.on(Clients.url(way.port())), new Quota(1, MINUTE.dividedBy(3)));
    background.hold(Duration.ofSeconds(30));

    assertThat(people.turn(TEN_SECONDS)).isEmpty();
    assertThat(people.turn(MINUTE))
        .hasValueSatisfying(wait -> isAbout(wait, Duration.ofSeconds(30)));
  }

  @Test
  void withoutRedisAProcessGoesAtItsShare() {
    var alone = pace(Clients.on(null));
    alone.turn(MINUTE);

    assertThat(alone.turn(MINUTE))
        .hasValueSatisfying(wait -> isAbout(wait, TEN_SECONDS.multipliedBy(2)));
  }

  @Test
  void aFunctionWithThisModuleKeepsItsPaceTogetherWithOthers() {
    try (var context = ApplicationContext.run(Map.of("redis.url", RedisServer.shared().url()))) {
      assertThat(context.getBean(Paces.class).of(provider, Quota.perSecond(1)))
          .isInstanceOf(RedisPace.class);
    }
  }

  @Test
  void whereThereIsNoRedisAProcessKeepsThePaceByItself() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(Paces.class).of(provider, Quota.perSecond(1)))
          .isInstanceOf(EvenPace.class);
    }
  }

  private Pace process() {
    return pace(Clients.on(Clients.url(way.port()), backup.url()));
  }

  /** One of two processes. */
  private Pace pace(Redis redis) {
    return pace(redis, EVERY_TEN_SECONDS);
  }

  private Pace pace(Redis redis, Quota quota) {
    connected.add(redis);
    return new RedisPace(redis, provider, quota, new EvenPace(quota.sharedBy(2)));
  }

  private static void isAbout(Duration wait, Duration expected) {
    assertThat(wait).isBetween(expected.minusSeconds(8), expected);
  }
}
