package gantry.redis.limiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.meter.Quota;
import gantry.meter.Verdict;
import gantry.meter.Verdict.Admitted;
import gantry.meter.Verdict.Refused;
import gantry.redis.Clients;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.redis.Script;
import gantry.redis.limiter.Decision.Closed;
import gantry.redis.limiter.Decision.Counted;
import gantry.redis.limiter.Limit.WhenUncounted;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimiterTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Limit TEN =
      new Limit("ten", new Quota(10, Duration.ofMinutes(1)), WhenUncounted.SHARE);

  @TempDir static Path folder;
  private static RedisServer primary;
  private static RedisServer backup;

  private final String subject = UUID.randomUUID().toString();
  private final List<Redis> connected = new ArrayList<>();
  private FaultProxy way;

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

  /** Both servers have counted for an hour. */
  @BeforeEach
  void makeOld() {
    way = FaultProxy.to(primary.port());
    for (var server : List.of(primary, backup)) {
      age(server, Duration.ofHours(1));
    }
  }

  @AfterEach
  void disconnect() {
    connected.forEach(Redis::close);
    way.close();
  }

  @Test
  void processesCountTogether() {
    var processes = IntStream.range(0, 4).mapToObj(_ -> process(2)).toList();
    var decisions = new ArrayList<Future<Decision>>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var i = 0; i < 50; i++) {
        var process = processes.get(i % 4);
        decisions.add(threads.submit(() -> process.take(TEN, subject)));
      }
    }

    assertThat(decisions).filteredOn(done -> isAdmitted(done.resultNow())).hasSize(10);
  }

  @Test
  void itTellsWhatIsLeftAndHowLongToWait() {
    var limiter = process(1);

    assertThat(verdict(limiter.take(TEN, subject)))
        .isInstanceOfSatisfying(
            Admitted.class, first -> assertThat(first.remaining()).isEqualTo(9));
    admitted(limiter, 9);
    assertThat(verdict(limiter.take(TEN, subject)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.retryAfter())
                  .isBetween(Duration.ofMillis(1), Duration.ofSeconds(6));
              assertThat(refused.untilFull())
                  .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
            });
  }

  @Test
  void unitsComeBackByTheServersTime() {
    var fast = new Limit("fast", new Quota(5, Duration.ofMillis(500)), WhenUncounted.SHARE);
    var limiter = process(1);
    for (var i = 0; i < 5; i++) {
      limiter.take(fast, subject);
    }

    Eventually.within(SOON, () -> assertThat(isAdmitted(limiter.take(fast, subject))).isTrue());
  }

  @Test
  void aFailOverResetsNoLimit() {
    var limiter = process(1);
    assertThat(admitted(limiter, 10)).isEqualTo(10);

    way.inject(Fault.refuse());

    assertThat(admitted(limiter, 10)).isZero();
  }

  @Test
  void afterAFailOverEachProcessKeepsToItsShare() {
    var processes = IntStream.range(0, 4).mapToObj(_ -> process(5)).toList();
    processes.forEach(process -> process.take(TEN, "warm " + subject));

    way.inject(Fault.refuse());

    assertThat(processes).extracting(process -> admitted(process, 10)).containsOnly(2);
  }

  @Test
  void aProcessThatKnowsOnlyTheBackupKeepsToItsShareToo() {
    way.inject(Fault.refuse());

    assertThat(admitted(process(5), 10)).isEqualTo(2);
  }

  @Test
  void comingBackResetsNoLimitEither() {
    var limiter = process(1);
    limiter.take(TEN, "warm " + subject);
    way.inject(Fault.refuse());
    assertThat(admitted(limiter, 10)).isEqualTo(10);

    way.heal();

    Eventually.within(
        SOON,
        () -> {
          assertThat(isAdmitted(limiter.take(TEN, subject))).isFalse();
          assertThat(countedBy(primary)).isTrue();
        });
  }

  @Test
  void whoComesAfterAReturnKeepsToItsShareToo() {
    var old = process(2);
    old.take(TEN, "warm " + subject);
    way.inject(Fault.refuse());
    admitted(old, 5);
    way.heal();
    Eventually.within(
        SOON,
        () -> {
          old.take(TEN, "other " + subject);
          assertThat(countedBy(primary)).isTrue();
        });

    assertThat(admitted(process(5), 10)).isEqualTo(2);
  }

  @Test
  void aServerThatLostItsMemoryResetsNoLimit() {
    var limiter = process(1);
    admitted(limiter, 10);
    try (var redis = Clients.on(primary.url())) {
      redis.call(session -> session.commands().flushall());
    }
    way.inject(Fault.reset());
    way.heal();

    assertThat(admitted(limiter, 10)).isZero();
    assertThat(admitted(process(5), 10)).isEqualTo(2);
  }

  @Test
  void whoMustNotGuessIsShutOutWhenNobodyCounts() {
    var closed = new Limit("guess", TEN.quota(), WhenUncounted.CLOSED);
    var limiter = limiter(Clients.on(Clients.url(way.port())), 1);
    assertThat(isAdmitted(limiter.take(closed, subject))).isTrue();

    way.inject(Fault.refuse());

    assertThat(limiter.take(closed, subject)).isInstanceOf(Closed.class);
  }

  @Test
  void withoutRedisEachProcessAllowsItsShare() {
    assertThat(admitted(limiter(Clients.on(null), 5), 10)).isEqualTo(2);
  }

  @Test
  void keysNameNobodyAndEnd() {
    process(1).take(TEN, "alice@example.org");

    try (var redis = Clients.on(primary.url())) {
      var keys = redis.call(session -> session.commands().keys("*"));
      assertThat(keys.toString()).contains("limit:{").doesNotContain("alice");
    }
  }

  private Limiter process(int expected) {
    return limiter(Clients.on(Clients.url(way.port()), backup.url()), expected);
  }

  private Limiter limiter(Redis redis, int expected) {
    connected.add(redis);
    return new Limiter(redis, new LimiterConfig(expected), Clock.systemUTC());
  }

  private int admitted(Limiter limiter, int asked) {
    return (int)
        IntStream.range(0, asked).filter(_ -> isAdmitted(limiter.take(TEN, subject))).count();
  }

  private static boolean isAdmitted(Decision decision) {
    return verdict(decision) instanceof Admitted;
  }

  private static Verdict verdict(Decision decision) {
    assertThat(decision).isInstanceOf(Counted.class);
    return ((Counted) decision).verdict();
  }

  /** Whether this server has begun a new epoch since the test began. */
  private static boolean countedBy(RedisServer server) {
    try (var redis = Clients.on(server.url())) {
      var since = redis.call(session -> session.commands().hget("limit:{epoch}", "since"));
      return since instanceof Answered<byte[]>(var micros, _)
          && Long.parseLong(new String(micros, UTF_8))
              > (System.currentTimeMillis() - 1_800_000) * 1_000;
    }
  }

  static void age(RedisServer server, Duration age) {
    try (var redis = Clients.on(server.url())) {
      var since = (System.currentTimeMillis() - age.toMillis()) * 1_000;
      redis.call(session ->
          session
              .commands()
              .info("server")
              .thenCompose(info -> {
                var run = info.replaceAll("(?s).*run_id:(\\w+).*", "$1");
                return session
                    .commands()
                    .hset(
                        "limit:{epoch}",
                        Map.of(
                            "run", Script.arg(run),
                            "since", Script.arg(since)));
              }));
    }
  }
}
