package gantry.precompute.content;

import static gantry.precompute.content.Library.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import gantry.testing.Fault;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import gantry.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that share PostgreSQL and Redis, each of which can go away. */
class SharedPageTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration BREAKERS = Duration.ofSeconds(31);
  private static final Duration DAY = Duration.ofDays(1);

  /** Enough where PostgreSQL is away, and not where five hundred share a busy machine with it. */
  private static final String HASTY = "PT2S";

  private static final String PATIENT = "PT8S";
  private static final RedisEntries ENTRIES = new RedisEntries(7);
  private static final String EVERYTHING = "LOCK TABLE content.roadmaps IN ACCESS EXCLUSIVE MODE";

  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'content.roadmaps'::regclass";

  private static FaultProxy postgres;
  private static FaultProxy redis;
  private static Library direct;
  private static Library here;
  private static Library there;
  private static int tenants;

  @BeforeAll
  static void start() {
    postgres = FaultProxy.to(PostgresServer.shared().port());
    redis = FaultProxy.to(RedisServer.shared().port());
    direct = new Library();
    here = process(postgres, HASTY);
    there = process(postgres, HASTY);
  }

  private static Library process(FaultProxy database, String deadline) {
    var address = direct.url().replaceFirst(":\\d+/", ":" + database.port() + "/");
    var shared = "redis://127.0.0.1:" + redis.port() + "/7";
    return new Library(address, Map.of("redis.url", shared, "database.deadline", deadline));
  }

  @BeforeEach
  void enterNewTenant() {
    var tenant = "shared-" + ++tenants;
    here.enter(tenant);
    there.enter(tenant);
  }

  @AfterEach
  void heal() {
    postgres.heal();
    redis.heal();
    Eventually.within(
        SOON,
        () -> {
          advance(BREAKERS);
          assertThat(List.of(views(here), views(there))).containsOnly(200);
        });
  }

  @AfterAll
  static void stop() {
    Stream.of(here, there, direct).forEach(Library::close);
    postgres.close();
    redis.close();
  }

  @Test
  void withoutPostgresAPageIsReadFromRedis() {
    var shown = here.publish("ann", "Shown");
    build(here);

    postgres.inject(Fault.refuse());

    assertThat(recent(there)).containsExactly(shown);
  }

  /** Far beyond the five minutes after which a build renews it. */
  @Test
  void redisKeepsAPageForADayThoughNobodyBuilds() {
    here.publish("ann", "Shown");
    build(here);

    assertThat(ENTRIES.lifetime("discover", "shared-" + tenants))
        .isBetween(DAY.plusMinutes(5), DAY.plusMinutes(7));
  }

  @Test
  void thatThereIsNoPageYetIsAskedAnewWithinSeconds() {
    assertThat(recent(here)).isEmpty();
    assertThat(ENTRIES.lifetime("discover", "shared-" + tenants))
        .isBetween(DAY.minusSeconds(30), DAY.plusSeconds(3));

    direct.enter("shared-" + tenants);
    direct.publish("ann", "Shown");
    direct.build();

    Eventually.within(
        SOON,
        () -> {
          advance(Duration.ofSeconds(2));
          assertThat(recent(here)).hasSize(1);
        });
  }

  @Test
  void withoutRedisAPageIsReadFromPostgres() {
    var shown = here.publish("ann", "Shown");
    build(here);

    redis.inject(Fault.refuse());

    assertThat(recent(there)).containsExactly(shown);
  }

  @Test
  void withoutBothTheProcessGoesOnWithItsOwn() {
    var shown = here.publish("ann", "Shown");
    build(here);
    assertThat(recent(there)).containsExactly(shown);

    redis.inject(Fault.refuse());
    postgres.inject(Fault.refuse());
    advance(Duration.ofMinutes(7));

    assertThat(recent(there)).containsExactly(shown);
    assertThat(json(there.discover()).path("stale").asBoolean()).isTrue();
  }

  @Test
  void twelveMinutesWithoutPostgresAreReadFromRedisAndSayTheirAge() {
    var shown = here.publish("ann", "Shown");
    build(here);
    postgres.inject(Fault.refuse());

    var passed = 0;
    for (var minute : List.of(1, 5, 6, 12)) {
      advance(Duration.ofMinutes(minute - passed));
      passed = minute;
      var page = json(there.discover());

      assertThat(ids(page)).containsExactly(shown);
      assertThat(page.path("stale").asBoolean()).isEqualTo(minute >= 6);
    }
  }

  @Test
  void whatIsHiddenHereLeavesThePageThere() {
    var shown = here.publish("ann", "Shown");
    var hidden = here.publish("ann", "Hidden");
    build(here);
    assertThat(recent(there)).containsExactlyInAnyOrder(shown, hidden);

    here.send("PATCH", "/v1/roadmaps/" + hidden, "ann", "{\"public\":false}");
    advance(Duration.ofSeconds(2));

    assertThat(recent(there)).containsExactly(shown);
  }

  @Test
  void whatIsHiddenWhileRedisIsAwayDoesNotComeBackWithIt() {
    var shown = here.publish("ann", "Shown");
    var hidden = here.publish("ann", "Hidden");
    build(here);

    redis.inject(Fault.refuse());
    here.send("DELETE", "/v1/roadmaps/" + hidden, "ann", "");
    redis.heal();
    advance(BREAKERS);

    assertThat(recent(here)).containsExactly(shown);
    assertThat(recent(there)).containsExactly(shown);
  }

  @Test
  void everythingColdFiveHundredReadersAndSixJobsAreOneBuild() throws Exception {
    try (var one = process(postgres, PATIENT);
        var other = process(postgres, PATIENT)) {
      Stream.of(one, other).forEach(process -> process.enter("shared-" + tenants));
      one.publish("ann", "Shown");
      direct.execute("TRUNCATE precompute.pages");
      ENTRIES.flush();
      var before = reads(one) + reads(other);

      var results = fiveHundredReadersAndSixJobs(one, other);

      assertThat(results).filteredOn(result -> result < 0).hasSize(1);
      assertThat(results).filteredOn(result -> result > 0).hasSize(500).containsOnly(200);
      assertThat(reads(one) + reads(other) - before).isEqualTo(500);
    }
    Eventually.within(
        SOON,
        () -> {
          advance(Duration.ofSeconds(3));
          assertThat(recent(here)).hasSize(1);
        });
  }

  private static List<Integer> fiveHundredReadersAndSixJobs(Library one, Library other)
      throws Exception {
    Callable<Integer> read = () -> one.discover().getStatusCode();
    Callable<Integer> elsewhere = () -> other.discover().getStatusCode();
    Callable<Integer> job = () -> -one.precompute();
    return inParallel(
        IntStream.range(0, 506)
            .mapToObj(i -> i % 100 == 0 ? job : i % 2 == 0 ? read : elsewhere)
            .toList());
  }

  @Test
  void redisIsFlushedUnderLoad() throws Exception {
    var shown = here.publish("ann", "Shown");
    build(here);
    Callable<Boolean> read =
        () -> {
          advance(Duration.ofMillis(500));
          return recent(there).equals(List.of(shown));
        };
    Callable<Boolean> flush = ENTRIES::flush;

    var results =
        inParallel(IntStream.range(0, 300).mapToObj(i -> i % 60 == 30 ? flush : read).toList());

    assertThat(results).containsOnly(true);
  }

  @Test
  void aBuilderKilledInTheMiddleHoldsNothingAndReadersNoticeNothing() throws Exception {
    var shown = here.publish("ann", "Shown");
    build(here);
    try (var way = FaultProxy.to(PostgresServer.shared().port());
        var doomed = process(way, HASTY);
        var threads = Executors.newSingleThreadExecutor()) {
      Future<?> building;
      try (var _ = direct.holding(EVERYTHING)) {
        building = threads.submit(doomed::build);
        Eventually.within(SOON, () -> assertThat(direct.count(WAITING)).isPositive());
        way.inject(Fault.refuse());
        advance(Duration.ofSeconds(2));
        assertThat(recent(there)).containsExactly(shown);
      }
      building.get();
    }

    here.publish("ann", "Another");
    Eventually.within(SOON, () -> build(here));

    assertThat(recent(here)).hasSize(2);
  }

  private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(work).stream().map(Future::resultNow).toList();
    }
  }

  /** One time for both. */
  private static void advance(Duration duration) {
    here.advance(duration);
    there.advance(duration);
  }

  private static long reads(Library process) {
    var views = json(process.moderate("GET", "/v1/precompute/views", "")).path("items");
    return views
        .get(views.at("/0/name").asText().equals("discover") ? 0 : 1)
        .at("/reads/count")
        .asLong();
  }

  private static int views(Library process) {
    return process.moderate("GET", "/v1/precompute/views", "").getStatusCode();
  }

  private static void build(Library process) {
    assertThat(process.build().getStatusCode()).isEqualTo(200);
    advance(Duration.ofSeconds(2));
  }

  private static List<String> recent(Library process) {
    var answer = process.discover();
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return ids(json(answer));
  }

  private static List<String> ids(JsonNode page) {
    return page.path("recentlyAdded").findValuesAsText("id");
  }
}
