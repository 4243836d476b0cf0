package gantry.precompute.content;

import static gantry.precompute.content.Library.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static Library library;

  @BeforeAll
  static void start() {
    library = new Library();
  }

  @AfterAll
  static void stop() {
    library.close();
  }

  @Test
  void aViewerCountsOncePerDay() {
    var path = path(library.publish("ann", "Seen"));

    library.send("POST", path + "/views", "bob", "");
    library.send("POST", path + "/views", "bob", "");
    library.send("POST", path + "/views", "ann", "");
    assertThat(shown(path).path("views").asInt()).isEqualTo(1);

    library.bean(MutableClock.class).advance(Duration.ofDays(1));
    library.send("POST", path + "/views", "bob", "");
    assertThat(shown(path).path("views").asInt()).isEqualTo(2);
  }

  @Test
  void aRatingReplacesTheSamePersonsLast() {
    var path = path(library.publish("ann", "Rated"));

    rate(path, "bob", 1);
    rate(path, "bob", 4);
    rate(path, "cid", 5);
    library.rollUp();
    rate(path, "bob", 5);

    assertThat(shown(path).path("ratings").asInt()).isEqualTo(2);
    assertThat(shown(path).path("averageRating").asDouble()).isEqualTo(5.0);
    library.rollUp();
    assertThat(shown(path).path("averageRating").asDouble()).isEqualTo(5.0);
  }

  @Test
  void nobodyRatesTheirOwn() {
    var path = path(library.publish("ann", "Own"));

    var answer = library.send("PUT", path + "/rating", "ann", "{\"stars\":5}");

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(json(answer).path("type").asText()).isEqualTo("own-roadmap");
    assertThat(library.send("PUT", path + "/rating", "bob", "{\"stars\":6}").getStatusCode())
        .isEqualTo(422);
  }

  @Test
  void aCloneIsAPrivateCopyAndCountsOncePerPerson() {
    var source = library.publish("ann", "Copied");
    var path = path(source);

    var copy = json(library.send("POST", path + "/clones", "bob", ""));
    library.send("POST", path + "/clones", "bob", "");

    assertThat(copy.path("source").asText()).isEqualTo(source);
    assertThat(copy.path("owner").asText()).isEqualTo("bob");
    assertThat(copy.path("public").asBoolean()).isFalse();
    assertThat(shown(path).path("clones").asInt()).isEqualTo(1);
  }

  @Test
  void aRepeatedCloneWithItsKeyIsOneCopy() {
    var path = path(library.publish("ann", "Keyed")) + "/clones";
    var before = library.count("SELECT count(*) FROM content.roadmaps");

    for (var i = 0; i < 2; i++) {
      library.call(
          Library.event("POST", path, "")
              .header("idempotency-key", "k-1")
              .authorizer(Library.caller("t-1", "dan", "user")));
    }

    assertThat(library.count("SELECT count(*) FROM content.roadmaps")).isEqualTo(before + 1);
  }

  @Test
  void concurrentViewsAreCountedExactlyWhileTheyAreRolledUp() throws Exception {
    var path = path(library.publish("ann", "Hot"));
    Callable<Integer> rollUp = () -> library.bean(RollUpCounters.class).rollUp();

    try (var threads = Executors.newFixedThreadPool(6)) {
      var views =
          IntStream.range(0, 120)
              .<Callable<Integer>>mapToObj(
                  viewer -> () -> viewer % 12 == 0 ? rollUp.call() : view(path, "viewer-" + viewer))
              .toList();
      for (var view : threads.invokeAll(views)) {
        assertThat(view.get()).isNotNegative();
      }
    }

    assertThat(shown(path).path("views").asInt()).isEqualTo(110);
    library.rollUp();
    assertThat(shown(path).path("views").asInt()).isEqualTo(110);
    assertThat(library.count("SELECT count(*) FROM content.increments")).isZero();
  }

  @Test
  void followersAreCountedAndNobodyFollowsThemselves() {
    library.publish("eve", "Something");

    follow("PUT", "bob");
    follow("PUT", "bob");
    follow("PUT", "cid");
    library.rollUp();
    follow("DELETE", "cid");

    assertThat(follow("PUT", "eve")).isEqualTo(409);
    assertThat(library.send("PUT", "/v1/creators/nobody/follow", "bob", "").getStatusCode())
        .isEqualTo(404);
    var profile = json(library.send("PATCH", "/v1/me/profile", "eve", "{\"name\":\"Eve E.\"}"));
    assertThat(profile.path("followers").asInt()).isEqualTo(1);
    assertThat(profile.path("name").asText()).isEqualTo("Eve E.");
  }

  @Test
  void countedViewsArePurgedTheDayAfterTomorrow() {
    var path = path(library.publish("ann", "Old"));
    view(path, "zoe");

    library.bean(MutableClock.class).advance(Duration.ofDays(3));
    library.rollUp();

    assertThat(library.count("SELECT count(*) FROM content.views")).isZero();
    assertThat(shown(path).path("views").asInt()).isEqualTo(1);
  }

  @Test
  void progressIsKeptUpToTheLastLesson() {
    var path = path(library.publish("ann", "Learned"));

    var answer = library.send("PUT", path + "/progress", "bob", "{\"completedLessons\":3}");

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(library.count("SELECT sum(completed_lessons) FROM content.progress")).isZero();
  }

  private static int view(String path, String viewer) {
    return library.send("POST", path + "/views", viewer, "").getStatusCode();
  }

  private static void rate(String path, String user, int stars) {
    var answer = library.send("PUT", path + "/rating", user, "{\"stars\":" + stars + "}");
    assertThat(answer.getStatusCode()).isEqualTo(204);
  }

  private static int follow(String method, String user) {
    return library.send(method, "/v1/creators/eve/follow", user, "").getStatusCode();
  }

  private static JsonNode shown(String path) {
    return json(library.get(path, "reader"));
  }

  private static String path(String id) {
    return "/v1/roadmaps/" + id;
  }
}
