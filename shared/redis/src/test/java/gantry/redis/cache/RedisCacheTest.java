package gantry.redis.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gantry.redis.Clients;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes, each with its own connections and memory. */
class RedisCacheTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final CacheSpec spec =
      CacheSpec.of("c-" + UUID.randomUUID(), Duration.ofMinutes(1)).withLocal(Duration.ZERO);
  private final List<Redis> connected = new ArrayList<>();
  private final RedisCache<String> here = cache(spec);
  private final RedisCache<String> there = cache(spec);

  @BeforeAll
  static void load() {
    Clients.load();
  }

  @AfterEach
  void disconnect() {
    connected.forEach(Redis::close);
  }

  @Test
  void aValueIsLoadedOnceForAll() {
    var source = new Source("one");

    assertThat(here.get("k", source)).contains("one");
    assertThat(there.get("k", source)).contains("one");
    assertThat(source.loads()).isEqualTo(1);
    assertThat(there.statistics()).isEqualTo(new CacheStatistics(1, 0, 0, 0));
  }

  @Test
  void thatThereIsNoneIsRemembered() {
    var source = new Source(null);

    assertThat(here.get("k", source)).isEmpty();
    assertThat(there.get("k", source)).isEmpty();
    assertThat(source.loads()).isEqualTo(1);
  }

  @Test
  void absenceIsForgottenSooner() {
    var brief = spec.withAbsent(Duration.ofMillis(20));
    var cache = cache(brief);
    var source = new Source(null);
    cache.get("k", source);
    source.set("born");

    Eventually.within(SOON, () -> assertThat(cache.get("k", source)).contains("born"));
  }

  @Test
  void aLoaderMayKeepAValueForLessTimeThanOthers() {
    here.get("k", () -> Loaded.of("for now").freshFor(Duration.ofMillis(20)));
    here.get("l", () -> Loaded.of("long").freshFor(Duration.ofHours(1)));

    Eventually.within(
        SOON, () -> assertThat(there.get("k", () -> Loaded.of("later"))).contains("later"));
    assertThat(there.get("l", () -> Loaded.of("later"))).contains("long");
  }

  @Test
  void whatLoadingThrowsIsNotRemembered() {
    var source = new Source("one");
    source.meanwhile(() -> {
      throw new IllegalStateException("no database");
    });
    assertThatIllegalStateException().isThrownBy(() -> here.get("k", source));
    source.meanwhile(() -> {});

    assertThat(there.get("k", source)).contains("one");
  }

  @Test
  void aPublishedValueIsFoundByAll() {
    assertThat(there.publish().orElseThrow().put("k", Loaded.of("made"))).isTrue();

    assertThat(here.get("k", new Source("loaded"))).contains("made");
  }

  @Test
  void whatWasDeletedSinceItWasBegunIsNotPublished() {
    var publication = here.publish().orElseThrow();
    there.delete("k");

    assertThat(publication.put("k", Loaded.of("removed"))).isFalse();
    assertThat(here.get("k", new Source("loaded"))).contains("loaded");
  }

  @Test
  void theHigherVersionStaysWhoeverBeganLater() {
    var publication = here.publish().orElseThrow();
    there.get("k", () -> Loaded.of("first").withVersion(1));

    assertThat(publication.put("k", Loaded.of("second").withVersion(2))).isTrue();
    assertThat(here.publish().orElseThrow().put("k", Loaded.of("first").withVersion(1))).isFalse();
    assertThat(there.get("k", new Source("loaded"))).contains("second");
  }

  @Test
  void aDeletedValueIsLoadedAnew() {
    var source = new Source("old");
    here.get("k", source);
    source.set("new");

    there.delete("k");

    assertThat(here.get("k", source)).contains("new");
  }

  @Test
  void aTagDeletesAllThatHaveIt() {
    var seven = new Source("old", "user:7", "page");
    var eight = new Source("old", "user:8", "page");
    here.get("a", seven);
    here.get("b", eight);
    seven.set("new");
    eight.set("new");

    there.deleteTagged("user:7");

    assertThat(here.get("a", seven)).contains("new");
    assertThat(here.get("b", eight)).contains("old");
    there.deleteTagged("page");
    assertThat(here.get("b", eight)).contains("new");
  }

  @Test
  void aPatternDeletesWhatMatches() {
    var source = new Source("old");
    for (var i = 0; i < 700; i++) {
      here.get("user:7:" + i, source);
    }
    here.get("user:8:0", source);
    source.set("new");

    there.deleteMatching("user:7:*");

    assertThat(here.get("user:7:0", source)).contains("new");
    assertThat(here.get("user:7:699", source)).contains("new");
    assertThat(here.get("user:8:0", source)).contains("old");
  }

  @Test
  void clearingForgetsEverything() {
    var source = new Source("old");
    here.get("k", source);
    source.set("new");

    there.clear();

    assertThat(here.get("k", source)).contains("new");
  }

  @Test
  void whatIsDeletedWhileItIsLoadedIsNotKept() {
    var source = new Source("old", "tag");
    source.meanwhile(() -> {
      source.set("new");
      there.delete("k");
    });
    here.get("k", source);
    source.meanwhile(() -> {});
    assertThat(here.get("k", source)).contains("new");

    source.meanwhile(() -> {
      source.set("newest");
      there.deleteTagged("tag");
    });
    there.delete("k");
    here.get("k", source);
    source.meanwhile(() -> {});

    assertThat(there.get("k", source)).contains("newest");
  }

  @Test
  void aHundredCallersLoadOnce() {
    var source = new Source("one");
    var values = new ArrayList<Future<Optional<String>>>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      source.meanwhile(
          () -> Eventually.within(SOON, () -> assertThat(values.size()).isEqualTo(100)));
      for (var i = 0; i < 100; i++) {
        var cache = i % 2 == 0 ? here : there;
        values.add(threads.submit(() -> cache.get("k", source)));
      }
    }

    assertThat(values).extracting(Future::resultNow).containsOnly(Optional.of("one"));
    assertThat(source.loads()).isEqualTo(1);
  }

  @Test
  void anOldValueIsServedWhileOneLoadsTheNew() {
    var cache =
        cache(
            new CacheSpec(
                spec.name(),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                Duration.ZERO));
    var source = new Source("old");
    cache.get("k", source);
    source.set("new");
    source.meanwhile(() -> assertThat(there.get("k", new Source("none"))).contains("old"));

    Eventually.within(SOON, () -> assertThat(cache.get("k", source)).contains("new"));
  }

  @Test
  void anOldValueIsServedWhenLoadingFails() {
    var cache =
        cache(
            new CacheSpec(
                spec.name(),
                Duration.ofMillis(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                Duration.ZERO));
    var source = new Source("old");
    cache.get("k", source);
    source.meanwhile(() -> {
      throw new IllegalStateException("no database");
    });

    Eventually.within(
        SOON,
        () -> {
          assertThat(cache.get("k", source)).contains("old");
          assertThat(source.loads()).isGreaterThan(1);
        });
  }

  @Test
  void whatCannotBeReadIsLoadedAnew() {
    here.get("k", new Source(""));

    assertThat(there.get("k", new Source("readable"))).contains("readable");
  }

  @Test
  void aProcessServesFromItsMemoryUntilItDeletes() {
    var cache = cache(spec.withLocal(Duration.ofMinutes(1)));
    var source = new Source("old");
    cache.get("k", source);
    source.set("new");
    there.delete("k");
    assertThat(cache.get("k", source)).contains("old");

    cache.delete("k");

    assertThat(cache.get("k", source)).contains("new");
  }

  @Test
  void withoutRedisAProcessRemembersAlone() {
    var redis = Clients.on(null);
    connected.add(redis);
    var cache = cache(redis, spec.withLocal(Duration.ofMinutes(1)));
    var source = new Source("one");

    cache.get("k", source);
    cache.get("k", source);

    assertThat(source.loads()).isEqualTo(1);
    assertThat(cache.statistics()).isEqualTo(new CacheStatistics(1, 0, 1, 1));
  }

  @Test
  void everyKeyHasThePrefixAndEnds() {
    here.get("k", new Source("one", "tag"));
    here.deleteTagged("tag");
    here.delete("k");
    here.get("k", new Source("one", "tag"));
    var redis = connected.getFirst();

    var keys = redis.call(session -> session.commands().keys("*" + spec.name() + "*"));

    assertThat(keys)
        .isInstanceOfSatisfying(
            Answered.class,
            found ->
                assertThat((List<?>) found.value())
                    .hasSize(3)
                    .allSatisfy(key -> {
                      assertThat((String) key).startsWith("cache:{" + spec.name() + "}:");
                      assertThat(redis.call(session -> session.commands().pttl((String) key)))
                          .isInstanceOfSatisfying(
                              Answered.class, ttl -> assertThat((Long) ttl.value()).isPositive());
                    }));
  }

  private RedisCache<String> cache(CacheSpec with) {
    var redis = Clients.on(RedisServer.shared().url());
    connected.add(redis);
    return cache(redis, with);
  }

  private static RedisCache<String> cache(Redis redis, CacheSpec with) {
    return new Caches(redis, Clients.metrics(), Clock.systemUTC()).cache(with, Texts.CODEC);
  }
}
