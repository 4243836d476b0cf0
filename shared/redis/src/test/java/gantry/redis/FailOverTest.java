package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.RedisServer;
import io.lettuce.core.RedisCommandExecutionException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailOverTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static RedisServer primary;
  private static RedisServer backup;

  private FaultProxy way;
  private Redis redis;

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
  void connect() {
    way = FaultProxy.to(primary.port());
    redis = Clients.on(Clients.url(way.port()), backup.url());
  }

  @AfterEach
  void disconnect() {
    redis.close();
    way.close();
  }

  @Test
  void theFirstServerIsAsked() {
    assertThat(place()).isEqualTo(Place.PRIMARY);
    assertThat(redis.health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void oneCallGoesOnToTheBackup() {
    assertThat(place()).isEqualTo(Place.PRIMARY);

    way.inject(Fault.refuse());

    assertThat(place()).isEqualTo(Place.BACKUP);
    assertThat(redis.health()).isEqualTo(Health.DEGRADED);
  }

  @Test
  void aServerThatIsBackIsFoundWithoutHelp() {
    way.inject(Fault.refuse());
    for (var i = 0; i < 10; i++) {
      assertThat(place()).isEqualTo(Place.BACKUP);
    }

    way.heal();

    Eventually.within(SOON, () -> assertThat(place()).isEqualTo(Place.PRIMARY));
  }

  @Test
  void aConnectionThatDiedInSilenceIsReplaced() {
    hurry();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));
    way.inject(Fault.blackHole());
    Eventually.within(SOON, () -> assertThat(place()).isEqualTo(Place.BACKUP));

    way.heal();

    Eventually.within(SOON, () -> assertThat(place()).isEqualTo(Place.PRIMARY));
  }

  @Test
  void noCallIsLostWhileAServerDiesUnderLoad() throws Exception {
    assertThat(place()).isEqualTo(Place.PRIMARY);
    var replies = new ArrayList<Future<Reply<String>>>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var i = 0; i < 2_000; i++) {
        if (i == 500) {
          way.inject(Fault.reset());
        }
        replies.add(threads.submit(() -> redis.call(session -> session.commands().ping())));
      }
    }

    assertThat(replies).allSatisfy(reply -> assertThat(reply.get()).isInstanceOf(Answered.class));
  }

  @Test
  void withoutAnyServerThereIsNoAnswer() {
    way.inject(Fault.refuse());
    try (var alone = Clients.on(Clients.url(way.port()))) {
      assertThat(alone.call(session -> session.commands().ping())).isInstanceOf(Unanswered.class);
      assertThat(alone.health()).isEqualTo(Health.UNHEALTHY);
    }
  }

  @Test
  void whereNoneIsConfiguredThereIsNoAnswerEither() {
    try (var none = Clients.on(null)) {
      assertThat(none.call(session -> session.commands().ping())).isInstanceOf(Unanswered.class);
      assertThat(none.health()).isEqualTo(Health.NOT_CONFIGURED);
      assertThat(none.isConfigured()).isFalse();
    }
  }

  @Test
  void aRefusalIsOursAndNoOutage() {
    var key = UUID.randomUUID().toString();
    assertThat(redis.call(session -> session.commands().set(key, new byte[] {1})))
        .isInstanceOf(Answered.class);

    for (var i = 0; i < 10; i++) {
      assertThatExceptionOfType(RedisCommandExecutionException.class)
          .isThrownBy(() -> redis.call(session -> session.commands().lpop(key)))
          .withMessageContaining("WRONGTYPE");
    }

    assertThat(place()).isEqualTo(Place.PRIMARY);
  }

  @Test
  void aServerThatBecameAReplicaIsAnOutageAlsoInsideAScript() {
    var script = new Script("redis.call('SET', KEYS[1], 'x', 'EX', 1) return { 1 }");
    redis.callAt(Place.PRIMARY, session -> session.commands().replicaof("127.0.0.1", 1));
    try {
      var reply = redis.call(session -> script.run(session, List.of("{x}")));

      assertThat(reply)
          .isInstanceOfSatisfying(
              Answered.class,
              answered ->
                  assertThat(answered.session()).extracting("place").isEqualTo(Place.BACKUP));
    } finally {
      redis.callAt(Place.PRIMARY, session -> session.commands().replicaofNoOne());
    }
  }

  @Test
  void aHungServerCostsLittleMoreThanItsTimeOut() {
    hurry();
    Eventually.within(SOON, () -> assertThat(redis.health()).isEqualTo(Health.HEALTHY));
    primary.pause();
    try {
      var begin = System.nanoTime();
      var reply = redis.call(session -> session.commands().ping());
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Allowance.WARM.command(), Duration.ofSeconds(2));
      assertThat(reply).isNotNull();
      Eventually.within(SOON, () -> assertThat(place()).isEqualTo(Place.BACKUP));
    } finally {
      primary.resume();
    }
  }

  private void hurry() {
    redis.close();
    redis = Clients.hurried(Clients.url(way.port()), backup.url());
  }

  private Place place() {
    var reply = redis.call(session -> session.commands().ping());
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<String>) reply).session().place();
  }
}
