package gantry.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.audit.Actor;
import gantry.http.ApiFunction;
import gantry.redis.Redis;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import gantry.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisSwitchCopyTest {
  private static final String REDIS = RedisServer.shared().url() + "/6";
  private static final String HIDE = "ALTER TABLE emergency.switch RENAME TO hidden";

  private final TestModule fresh = new TestModule();
  private final TestModule first = fresh.another(REDIS);

  @BeforeEach
  void forget() {
    var _ = first.bean(Redis.class).callAll(session -> session.commands().flushdb());
  }

  @AfterEach
  void stop() {
    first.close();
    fresh.close();
  }

  @Test
  void whoStartsWithoutTheDatabaseKnowsTheSwitchAllTheSame() {
    turn(first, Level.CLOSED);
    fresh.execute(HIDE);

    try (var late = fresh.another(REDIS);
        var alone = fresh.another("")) {
      assertThat(statusOfLooking(late)).isEqualTo(503);
      assertThat(statusOfLooking(alone)).isEqualTo(200);
    }
  }

  @Test
  void whatWasTurnedWithoutRedisIsCopiedByWhoeverSeesIt() {
    turn(fresh, Level.CLOSED);
    assertThat(statusOfLooking(first)).isEqualTo(503);
    fresh.execute(HIDE);

    try (var late = fresh.another(REDIS)) {
      assertThat(statusOfLooking(late)).isEqualTo(503);
    }
  }

  @Test
  void anOldCopyIsNotBelieved() {
    turn(first, Level.CLOSED);
    turn(fresh, Level.OFF);
    var copy = first.bean(RedisSwitchCopy.class);

    var old = copy.find().orElseThrow();
    assertThat(statusOfLooking(first)).isEqualTo(200);
    copy.keep(old);
    fresh.execute(HIDE);
    first.bean(MutableClock.class).advance(Duration.ofSeconds(3));

    assertThat(statusOfLooking(first)).isEqualTo(200);
  }

  @Test
  void anUnreadableCopyIsNone() {
    var _ =
        first
            .bean(Redis.class)
            .callAll(session -> session.commands().set("emergency-switch", new byte[] {'?'}));
    fresh.execute(HIDE);

    assertThat(statusOfLooking(first)).isEqualTo(200);
  }

  private static void turn(TestModule module, Level level) {
    var restriction =
        new Restriction(level, List.of("*"), "a test", "anna", Instant.EPOCH, null, false);
    module.bean(TurnSwitch.class).turn(new Actor("t-1", "anna"), restriction);
  }

  private static int statusOfLooking(TestModule process) {
    return new ApiFunction(process.context())
        .handleRequest(ApiEvent.get("/v1/shop/7").event(), new FakeContext())
        .getStatusCode();
  }
}
