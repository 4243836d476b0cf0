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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of their own, from two processes. */
class DashboardTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration BREAKERS = Duration.ofSeconds(61);
  private static final Duration GOES_ON = Duration.ofMinutes(30);
  private static final RedisEntries ENTRIES = new RedisEntries(8);

  private static FaultProxy postgres;
  private static Library here;
  private static Library there;

  @BeforeAll
  static void start() {
    postgres = FaultProxy.to(PostgresServer.shared().port());
    var url = Library.newDatabase().replaceFirst(":\\d+/", ":" + postgres.port() + "/");
    here = new Library(url, Map.of("redis.url", RedisServer.shared().url() + "/8"));
    there = new Library(url, Map.of("redis.url", RedisServer.shared().url() + "/8"));
  }

  /** No breaker remembers the test before: their clocks stand still. */
  @BeforeEach
  void breathe() {
    here.advance(BREAKERS);
    there.advance(BREAKERS);
  }

  @AfterAll
  static void stop() {
    here.close();
    there.close();
    postgres.close();
  }

  @Test
  void whoHasNothingSeesThat() {
    var page = dashboard(here, "nobody");

    assertThat(page.path("roadmaps")).isEmpty();
    assertThat(page.path("progress")).isEmpty();
    assertThat(page.path("followers").asInt()).isZero();
    assertThat(page.path("stale").asBoolean()).isFalse();
  }

  @Test
  void ownWritesAreReadAtOnceFromEveryProcess() {
    dashboard(there, "ann");
    var id = here.publish("ann", "Mine");
    assertThat(dashboard(there, "ann").at("/roadmaps/0/title").asText()).isEqualTo("Mine");

    here.send("PATCH", "/v1/roadmaps/" + id, "ann", "{\"title\":\"Changed\"}");
    assertThat(dashboard(there, "ann").at("/roadmaps/0/title").asText()).isEqualTo("Changed");

    here.send("DELETE", "/v1/roadmaps/" + id, "ann", "");
    assertThat(dashboard(there, "ann").path("roadmaps")).isEmpty();
  }

  @Test
  void itShowsProgressFollowersAndUsage() {
    var body =
        """
        {"title":"Course","topic":"java","public":true,
         "lessons":[{"title":"1","content":"a"},{"title":"2","content":"b"}]}
        """;
    var id = json(here.send("POST", "/v1/roadmaps", "eve", body)).path("id").asText();
    dashboard(here, "fay");
    here.send("PUT", "/v1/roadmaps/" + id + "/progress", "fay", "{\"completedLessons\":1}");
    here.send("POST", "/v1/roadmaps/" + id + "/views", "fay", "");
    here.send("PUT", "/v1/creators/eve/follow", "fay", "");
    here.rollUp();

    var learner = dashboard(here, "fay");
    var creator = dashboard(here, "eve");

    assertThat(learner.at("/progress/0/completedLessons").asInt()).isEqualTo(1);
    assertThat(learner.at("/progress/0/lessons").asInt()).isEqualTo(2);
    assertThat(learner.at("/usage/completedLessons").asInt()).isEqualTo(1);
    assertThat(creator.path("followers").asInt()).isEqualTo(1);
    assertThat(creator.at("/usage/views").asInt()).isEqualTo(1);
    assertThat(creator.at("/usage/viewsInThirtyDays").asInt()).isEqualTo(1);
  }

  @Test
  void whatOthersDoShowsWithinAMinuteAndAllReadersComposeOnce() throws Exception {
    // Whoever meets a late answer of Redis composes once more; that does not happen to two users.
    assertThat(Math.min(composedFor("gil"), composedFor("pia"))).isEqualTo(1);
  }

  /** How many dashboards forty readers of one user's take. */
  private static long composedFor(String user) throws Exception {
    here.publish(user, "Mine");
    var before = composed();
    Callable<Integer> read = () -> here.get("/v1/me/dashboard", user).getStatusCode();

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(Stream.generate(() -> read).limit(40).toList())) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }

    return composed() - before;
  }

  /** A minute, give or take a tenth, and what it goes on for without PostgreSQL. */
  @Test
  void onesOwnPageIsComposedAnewAfterAMinuteAndKeptForHalfAnHourMore() {
    here.publish("joy", "Mine");
    dashboard(here, "joy");

    assertThat(ENTRIES.lifetime("dashboard", "3:t-1:joy"))
        .isBetween(GOES_ON.plusSeconds(30), GOES_ON.plusSeconds(67));
  }

  @Test
  void aPageWithNothingOnItIsComposedAnewWithinSeconds() {
    here.send("PATCH", "/v1/me/profile", "kim", "{\"name\":\"Kim\"}");
    dashboard(here, "kim");
    assertThat(ENTRIES.lifetime("dashboard", "3:t-1:kim"))
        .isBetween(GOES_ON.minusSeconds(30), GOES_ON.plusSeconds(3));

    here.send("PUT", "/v1/creators/kim/follow", "lea", "");
    here.rollUp();

    Eventually.within(
        SOON, () -> assertThat(dashboard(here, "kim").path("followers").asInt()).isEqualTo(1));
  }

  @Test
  void noBrowserShowsAPageThatAWriteOfOnesOwnHasChanged() {
    var answer = here.get("/v1/me/dashboard", "mia");

    assertThat(answer.getHeaders()).containsEntry("Cache-Control", "private, no-cache");
    assertThat(answer.getHeaders()).containsKey("ETag");
  }

  @Test
  void withoutPostgresTheLastOneGoesOn() {
    here.publish("hal", "Mine");
    dashboard(here, "hal");

    postgres.inject(Fault.refuse());
    try {
      there.advance(Duration.ofMinutes(3));
      var page = dashboard(there, "hal");

      assertThat(page.at("/roadmaps/0/title").asText()).isEqualTo("Mine");
      assertThat(page.path("stale").asBoolean()).isTrue();
    } finally {
      postgres.heal();
    }
  }

  @Test
  void nobodySeesAnothersOrAnotherTenants() {
    here.publish("ian", "Mine");

    here.enter("other");
    try {
      assertThat(dashboard(here, "ian").path("roadmaps")).isEmpty();
    } finally {
      here.enter("t-1");
    }
  }

  /** How many dashboards PostgreSQL has composed for one process. */
  private static long composed() {
    var views = json(here.moderate("GET", "/v1/precompute/views", "")).path("items");
    for (var view : views) {
      if (view.path("name").asText().equals("dashboard")) {
        var reads = view.path("reads");
        return Math.round(reads.path("count").asInt() * reads.at("/hitRatios/postgres").asDouble());
      }
    }
    throw new AssertionError(views.toString());
  }

  private static JsonNode dashboard(Library process, String user) {
    var answer = process.get("/v1/me/dashboard", user);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return json(answer);
  }
}
