package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A roadmap's way onto the discover page, and off it, through two functions, a job and Redis. */
class DiscoverFlowIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PAGE = "/v1/discover";
  private static final String BUILDS = "/v1/precompute/views/discover/builds";
  private static final String SCHEDULE = "/_local/schedules/Precompute";

  /** Longer than a process believes its own copy. */
  private static final Duration LOAD = Duration.ofSeconds(3);

  private static final String MAKE_DUE =
      "UPDATE precompute.pages SET computed_at = computed_at - interval '10 minutes'";

  /** A builder has composed all pages when it comes to these rows. */
  private static final String HOLD_UP = "SELECT FROM precompute.pages FOR UPDATE";

  private static final String HELD_UP =
      """
      SELECT count(*)
      FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND query LIKE 'WITH clock AS MATERIALIZED%'
      """;

  private static RunningCloud cloud;
  private static Sabotage sabotage;
  private static String user;
  private static String service;
  private static String admin;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    sabotage = new Sabotage(cloud);
    user = cloud.bearer("user");
    service = cloud.bearer("service"); // whom no rate limit stops
    admin = cloud.bearer("admin");
  }

  @Test
  void whatIsPublishedIsBuiltAheadAndGoneOnceItIsHidden() {
    var path = "/v1/roadmaps/" + publish("Seen, then hidden");
    build();
    Eventually.within(SOON, () -> assertThat(recent()).contains("Seen, then hidden"));
    assertThat(titles("/v1/me/dashboard", "roadmaps")).contains("Seen, then hidden");

    assertThat(send("PATCH", path, "{\"public\":false}", user).status()).isEqualTo(200);

    Eventually.within(
        Duration.ofSeconds(5), () -> assertThat(recent()).doesNotContain("Seen, then hidden"));
    assertThat(send("DELETE", path, "", user).status()).isEqualTo(204);
    assertThat(titles("/v1/me/dashboard", "roadmaps")).doesNotContain("Seen, then hidden");
  }

  @Test
  void readersNoticeNeitherAKilledBuilderNorAForgetfulRedis() throws Exception {
    publish("Still there");
    build();
    Eventually.within(SOON, () -> assertThat(recent()).contains("Still there"));

    sabotage.execute(MAKE_DUE);
    try (var threads = Executors.newSingleThreadExecutor();
        var _ = sabotage.holding(HOLD_UP)) {
      var building = threads.submit(() -> cloud.post(SCHEDULE, ""));
      Eventually.within(SOON, () -> assertThat(sabotage.count(HELD_UP)).isPositive());
      sabotage.kill("Precompute");
      assertThat(building.get().status()).isEqualTo(502);

      assertThat(underLoad()).hasSizeGreaterThan(100).containsOnly("200 Still there");
    }

    publish("Built afterwards");
    build();
    Eventually.within(SOON, () -> assertThat(recent()).contains("Still there", "Built afterwards"));
  }

  /** What four readers see while Redis forgets everything again and again. */
  private static List<String> underLoad() throws Exception {
    var end = System.nanoTime() + LOAD.toNanos();
    Callable<List<String>> reader =
        () -> {
          var seen = new ArrayList<String>();
          while (System.nanoTime() < end) {
            seen.add(look());
            if (seen.size() % 20 == 0) {
              sabotage.forget("cache:*");
            }
          }
          return seen;
        };
    var all = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var seen : threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> reader).toList())) {
        all.addAll(seen.get());
      }
    }
    return all;
  }

  private static String look() {
    var answer = cloud.get(PAGE, "authorization", service);
    var text = answer.text();
    return answer.status() + " " + (text.contains("Still there") ? "Still there" : text);
  }

  private static String publish(String title) {
    var body = "{\"title\":\"" + title + "\",\"topic\":\"java\",\"public\":true}";
    var answer = send("POST", "/v1/roadmaps", body, user);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  /** The schedule may be building at this moment. */
  private static void build() {
    Eventually.within(
        SOON, () -> assertThat(send("POST", BUILDS, "", admin).status()).isEqualTo(200));
  }

  private static List<String> recent() {
    return titles(PAGE, "recentlyAdded");
  }

  private static List<String> titles(String path, String section) {
    var page = cloud.get(path, "authorization", user).json();
    return page.path(section).findValuesAsText("title");
  }

  private static RunningCloud.Answer send(String method, String path, String body, String who) {
    var bytes = body.getBytes(UTF_8);
    return cloud.send(
        method, path, bytes, "authorization", who, "content-type", "application/json");
  }
}
