package gantry.precompute.content;

import static gantry.precompute.content.Library.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoadmapsTest {
  private static final String ROADMAPS = "/v1/roadmaps";

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
  void aRoadmapIsStoredAsItWasWritten() {
    var answer =
        library.send(
            "POST",
            ROADMAPS,
            "ann",
            """
            {"title":"Ping '; DROP","description":"üb \\"quoted\\"","topic":"create table tennis course; select best",\
            "public":true,"lessons":[{"title":"Grip","content":"<b>"}]}\
            """);

    assertThat(answer.getStatusCode()).isEqualTo(201);
    var path = ROADMAPS + "/" + json(answer).path("id").asText();
    assertThat(answer.getHeaders()).containsEntry("Location", path);
    var stored = json(library.get(path, "bob"));
    assertThat(stored).isEqualTo(json(answer));
    assertThat(stored.path("topic").asText()).isEqualTo("create table tennis course; select best");
    assertThat(stored.path("description").asText()).isEqualTo("üb \"quoted\"");
    assertThat(stored.at("/lessons/0/content").asText()).isEqualTo("<b>");
    assertThat(stored.path("owner").asText()).isEqualTo("ann");
  }

  @Test
  void aPrivateRoadmapIsItsOwnersAlone() {
    var body = "{\"title\":\"Diary\",\"topic\":\"me\"}";
    var path =
        ROADMAPS + "/" + json(library.send("POST", ROADMAPS, "ann", body)).path("id").asText();

    assertThat(library.get(path, "ann").getStatusCode()).isEqualTo(200);
    assertThat(library.get(path, "bob").getStatusCode()).isEqualTo(404);
    assertThat(library.send("POST", path + "/views", "bob", "").getStatusCode()).isEqualTo(404);
    assertThat(library.send("POST", path + "/clones", "bob", "").getStatusCode()).isEqualTo(404);
  }

  @Test
  void anotherUsersRoadmapIsNotFoundForChanges() {
    var path = ROADMAPS + "/" + library.publish("ann", "Mine");

    assertThat(library.send("PATCH", path, "bob", "{\"title\":\"x\"}").getStatusCode())
        .isEqualTo(404);
    assertThat(library.send("DELETE", path, "bob", "").getStatusCode()).isEqualTo(404);
    assertThat(library.fromOtherTenant("PATCH", path, "{\"title\":\"x\"}").getStatusCode())
        .isEqualTo(404);
    assertThat(library.fromOtherTenant("GET", path, "").getStatusCode()).isEqualTo(404);
    assertThat(json(library.get(path, "bob")).path("title").asText()).isEqualTo("Mine");
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    var path = ROADMAPS + "/" + library.publish("ann", "Before");

    var changed = json(library.send("PATCH", path, "ann", "{\"title\":\"After\"}"));

    assertThat(changed.path("title").asText()).isEqualTo("After");
    assertThat(changed.path("topic").asText()).isEqualTo("java");
    assertThat(changed.path("public").asBoolean()).isTrue();
  }

  @Test
  void onlyModeratorsFeatureAndTheAuditKnows() {
    var path = ROADMAPS + "/" + library.publish("ann", "Best");

    assertThat(library.send("PATCH", path, "ann", "{\"featured\":true}").getStatusCode())
        .isEqualTo(403);
    assertThat(
            json(library.moderate("PATCH", path, "{\"featured\":true}"))
                .path("featured")
                .asBoolean())
        .isTrue();
    var hidden = json(library.send("PATCH", path, "ann", "{\"public\":false}"));

    assertThat(hidden.path("featured").asBoolean()).isFalse();
    assertThat(library.moderate("PATCH", path, "{\"featured\":true}").getStatusCode())
        .isEqualTo(409);
    assertThat(
            library.count(
                "SELECT count(*) FROM audit.events WHERE before_hash <> after_hash AND object = '"
                    + path.substring(13)
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void aDeletedRoadmapIsGoneWithWhatHungOnIt() {
    var path = ROADMAPS + "/" + library.publish("ann", "Short-lived");
    library.send("PUT", path + "/rating", "bob", "{\"stars\":5}");

    assertThat(library.send("DELETE", path, "ann", "").getStatusCode()).isEqualTo(204);
    library.rollUp();

    assertThat(library.get(path, "ann").getStatusCode()).isEqualTo(404);
    assertThat(library.send("DELETE", path, "ann", "").getStatusCode()).isEqualTo(404);
  }

  @Test
  void pagesFollowEachOtherWithoutRepetition() {
    for (var i = 0; i < 7; i++) {
      library.publish("ann", "kayak " + i);
    }

    var seen = new ArrayList<String>();
    var page = json(library.get(ROADMAPS, "bob", "q", "kayak", "limit", "3"));
    while (!page.path("nextCursor").isNull()) {
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      var cursor = page.path("nextCursor").asText();
      page = json(library.get(ROADMAPS, "bob", "q", "kayak", "limit", "3", "cursor", cursor));
    }

    assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    assertThat(page.path("items").size()).isEqualTo(1);
  }

  @Test
  void wordsInTheTitleCountMost() {
    var body =
        "{\"title\":\"Other\",\"description\":\"about zeppelins\",\"topic\":\"x\",\"public\":true}";
    library.send("POST", ROADMAPS, "ann", body);
    var best = library.publish("ann", "Zeppelins");
    library.send("POST", ROADMAPS, "ann", body);

    var items = json(library.get(ROADMAPS, "bob", "q", "zeppelins")).path("items");

    assertThat(items.size()).isEqualTo(3);
    assertThat(items.get(0).path("id").asText()).isEqualTo(best);
  }

  @Test
  void aTopicFiltersTheNewest() {
    library.send(
        "POST", ROADMAPS, "ann", "{\"title\":\"One\",\"topic\":\"glass blowing\",\"public\":true}");

    var items = json(library.get(ROADMAPS, "bob", "topic", "glass blowing")).path("items");

    assertThat(items.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\\", "a & | !", "\"", "((", ":*", "a:b", "%", "\uD83D\uDE00"})
  void anyTextCanBeSearchedFor(String words) {
    assertThat(library.get(ROADMAPS, "bob", "q", words).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,101", "limit,ten", "cursor,abc", "cursor,MSAyIDM"})
  void aBadParameterIsNamed(String name, String value) {
    var answer = library.get(ROADMAPS, "bob", name, value);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/field").asText()).endsWith(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\":\" \",\"topic\":\"x\"}",
        "{\"title\":\"x\",\"topic\":\"x\",\"featured\":true}",
        "{\"title\":\"x\",\"topic\":\"x\",\"owner\":\"bob\"}",
        "{\"title\":\"x\",\"topic\":\"x\",\"lessons\":[{}]}",
        "{\"title\":\"a\\u0000b\",\"topic\":\"x\"}"
      })
  void anIncompleteRoadmapIsRefused(String body) {
    assertThat(library.send("POST", ROADMAPS, "ann", body).getStatusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "019ab000-0000-7000-8000-000000000000", "%20"})
  void whatIsNoRoadmapIsNotFound(String id) {
    assertThat(library.get(ROADMAPS + "/" + id, "ann").getStatusCode()).isEqualTo(404);
  }
}
