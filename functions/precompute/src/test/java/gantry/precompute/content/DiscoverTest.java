package gantry.precompute.content;

import static gantry.precompute.content.Library.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoverTest {
  private static final List<String> SECTIONS =
      List.of("featured", "trending", "highestRated", "topCreators", "recentlyAdded");

  private static final String LOCK = "SELECT pg_advisory_lock(hashtext('precompute.discover'))";

  private Library library;

  @BeforeEach
  void start() {
    library = new Library();
  }

  @AfterEach
  void stop() {
    library.close();
  }

  @Test
  void beforeTheFirstBuildThePageSaysSo() {
    var page = json(library.discover());

    assertThat(page.path("stale").asBoolean()).isTrue();
    assertThat(page.path("computedAt").isNull()).isTrue();
    for (var section : SECTIONS) {
      assertThat(page.path(section).isArray()).as(section).isTrue();
    }
    assertThat(page.path("total").asInt(-1)).isZero();
  }

  @Test
  void anErasedCreatorLeavesThePageWithinSecondsAndForGood() {
    library.publish("ann", "Only");
    library.send("PATCH", "/v1/me/profile", "ann", "{\"name\":\"Ann\"}");
    assertThat(ids(built(), "topCreators")).containsExactly("ann");

    for (var pass = 0; pass < 3; pass++) {
      library.count("SELECT content.erase_user('t-1', 'ann', 'erased:1', 1000)");
    }

    assertThat(ids(afterTwoSeconds(), "topCreators")).isEmpty();
    assertThat(json(library.build()).path("refused").asInt()).isZero();
    assertThat(library.text("SELECT body FROM precompute.pages WHERE view = 'discover'"))
        .doesNotContain("ann", "Ann");
    assertThat(afterTwoSeconds().path("stale").asBoolean()).isFalse();
  }

  @Test
  void aTenantThatIsGoneWithoutHavingBeenRemovedKeepsItsLastGood() {
    var shown = library.publish("ann", "Shown");
    built();
    library.execute("DELETE FROM content.roadmaps");
    library.execute("DELETE FROM content.creators");

    assertThat(json(library.build()).path("refused").asInt()).isEqualTo(1);

    assertThat(ids(afterTwoSeconds(), "recentlyAdded")).containsExactly(shown);
  }

  @Test
  void trendingIsRecentActivityAndNotCreation() {
    var older = library.publish("ann", "Older");
    var newer = library.publish("ann", "Newer");
    rate(older, 3, 4);
    view(newer, "bob");
    library.rollUp();

    assertThat(ids(built(), "trending")).containsExactly(older, newer);

    library.advance(Duration.ofDays(31));
    view(newer, "bob");
    library.rollUp();

    assertThat(ids(built(), "trending")).containsExactly(newer);
  }

  @Test
  void highestRatedTakesThreeRatingsAndAMeanOfThreeAndAHalf() {
    var two = library.publish("ann", "Two of five stars");
    var three = library.publish("ann", "Three of three and a half");
    var low = library.publish("ann", "Three of three");
    rate(two, 2, 5);
    rate(three, 2, 3);
    rated(three, "x", 5);
    rate(low, 3, 3);
    library.rollUp();

    assertThat(ids(built(), "highestRated")).containsExactly(three);
  }

  @Test
  void manyGoodRatingsAreMoreThanAFewPerfectOnesAndTiesGoById() {
    var few = library.publish("ann", "Three of five stars");
    var many = library.publish("ann", "Fifty of 4.8");
    var same = library.publish("ann", "Three of five stars too");
    library.execute("UPDATE content.roadmaps SET ratings = 3, stars = 15");
    library.execute(
        "UPDATE content.roadmaps SET ratings = 50, stars = 240 WHERE id = '" + many + "'");

    var rated = ids(built(), "highestRated");

    assertThat(rated).startsWith(many).hasSize(3);
    assertThat(rated.subList(1, 3)).containsExactlyInAnyOrder(few, same).isSorted();
    assertThat(ids(built(), "highestRated")).isEqualTo(rated);
  }

  @Test
  void creatorsWithoutARealNameAreLeftOut() {
    library.publish("ann", "One");
    library.publish("bob", "Two");
    library.send("PATCH", "/v1/me/profile", "ann", "{\"name\":\"Anonymous\"}");
    library.send("PATCH", "/v1/me/profile", "bob", "{\"name\":\"Bob\"}");

    assertThat(ids(built(), "topCreators")).containsExactly("bob");
  }

  @Test
  void thePageHasTheNewestAndTheirNumberAndOnlyOfItsTenant() {
    Stream.of("1", "2", "3").forEach(title -> library.publish("ann", title));
    library.fromOtherTenant(
        "POST", "/v1/roadmaps", "{\"title\":\"x\",\"topic\":\"x\",\"public\":true}");

    var page = built();

    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(ids(page, "recentlyAdded")).hasSize(3);
    assertThat(page.path("stale").asBoolean()).isFalse();
  }

  @Test
  void aKnownPageIsNotSentAgain() {
    library.publish("ann", "One");
    built();
    var tag = String.valueOf(library.discover().getHeaders().get("ETag"));

    assertThat(library.discover("if-none-match", tag).getStatusCode()).isEqualTo(304);
    library.publish("ann", "Two");
    built();
    assertThat(library.discover("if-none-match", tag).getStatusCode()).isEqualTo(200);
  }

  /** With the process's two seconds this is less than the five that a removal may take. */
  @Test
  void browsersShowAPageForThreeSecondsAtMost() {
    var page = library.discover();
    var tag = String.valueOf(page.getHeaders().get("ETag"));
    var known = library.discover("if-none-match", tag);

    assertThat(List.of(page.getStatusCode(), known.getStatusCode())).containsExactly(200, 304);
    assertThat(List.of(page.getHeaders(), known.getHeaders()))
        .allSatisfy(headers ->
            assertThat(headers)
                .containsEntry("Cache-Control", "private, max-age=1, stale-while-revalidate=2"));
  }

  @Test
  void whatIsHiddenLeavesThePageWithinSecondsAndWithoutABuild() {
    var hidden = library.publish("ann", "Hidden");
    var deleted = library.publish("ann", "Deleted");
    var unfeatured = library.publish("ann", "Unfeatured");
    library.moderate("PATCH", "/v1/roadmaps/" + unfeatured, "{\"featured\":true}");
    assertThat(ids(built(), "featured")).containsExactly(unfeatured);

    library.send("PATCH", "/v1/roadmaps/" + hidden, "ann", "{\"public\":false}");
    library.send("DELETE", "/v1/roadmaps/" + deleted, "ann", "");
    library.moderate("PATCH", "/v1/roadmaps/" + unfeatured, "{\"featured\":false}");
    var page = afterTwoSeconds();

    assertThat(ids(page, "featured")).isEmpty();
    assertThat(ids(page, "recentlyAdded")).containsExactly(unfeatured);
  }

  @Test
  void aBuildThatBeganBeforeARemovalDoesNotBringItBack() {
    var hidden = library.publish("ann", "Hidden");
    built();
    library.send("PATCH", "/v1/roadmaps/" + hidden, "ann", "{\"public\":false}");
    library.execute("UPDATE precompute.pages SET fence = fence + 1");

    assertThat(ids(afterTwoSeconds(), "recentlyAdded")).isEmpty();
  }

  @Test
  void aRemovalThatABuildMissedDoesNotComeBackWhenItIsForgotten() {
    var only = library.publish("ann", "Only");
    built();
    library.send("DELETE", "/v1/roadmaps/" + only, "ann", "");
    library.execute("UPDATE precompute.pages SET computed_at = computed_at + interval '1 second'");

    assertThat(json(library.build()).path("refused").asInt()).isZero();
    library.advance(Duration.ofHours(2));
    assertThat(ids(built(), "recentlyAdded")).isEmpty();
  }

  @Test
  void aBuildWithNothingWhereThereWasSomethingKeepsTheLastGood() {
    var shown = library.publish("ann", "Shown");
    built();
    library.execute("UPDATE content.roadmaps SET public = false");

    var build = json(library.build());

    assertThat(build.path("refused").asInt()).isEqualTo(1);
    assertThat(ids(afterTwoSeconds(), "recentlyAdded")).containsExactly(shown);
    library.advance(Duration.ofMinutes(7));
    assertThat(json(library.discover()).path("stale").asBoolean()).isTrue();
  }

  @Test
  void aBuildThatFailsKeepsTheLastGood() {
    var shown = library.publish("ann", "Shown");
    built();
    library.execute("ALTER TABLE content.days RENAME TO broken");

    assertThat(library.build().getStatusCode()).isEqualTo(500);

    assertThat(ids(afterTwoSeconds(), "recentlyAdded")).containsExactly(shown);
  }

  @Test
  void theScheduleBuildsOnceHoweverOftenItComes() {
    library.publish("ann", "Shown");

    assertThat(library.precompute()).isEqualTo(1);
    assertThat(library.precompute()).isZero();
    library.advance(Duration.ofMinutes(5));
    assertThat(library.precompute()).isEqualTo(1);
  }

  @Test
  void oneProcessBuildsAtATimeAndAKilledOneHoldsNothing() throws Exception {
    library.publish("ann", "One");

    try (var _ = library.holding(LOCK)) {
      assertThat(library.build().getStatusCode()).isEqualTo(409);
    }

    Eventually.within(
        Duration.ofSeconds(20), () -> assertThat(library.build().getStatusCode()).isEqualTo(200));
  }

  @Test
  void operatorsSeeHowTheViewsAre() {
    library.publish("ann", "One");
    built();
    library.discover();

    var views = json(library.moderate("GET", "/v1/precompute/views", "")).path("items");
    var view = views.get(views.at("/0/name").asText().equals("discover") ? 0 : 1);

    assertThat(view.path("name").asText()).isEqualTo("discover");
    assertThat(view.path("items").asInt()).isEqualTo(1);
    assertThat(view.at("/reads/count").asInt()).isEqualTo(2);
    assertThat(view.at("/reads/hitRatios/process").asDouble()).isEqualTo(0.5);
    assertThat(library.get("/v1/precompute/views", "ann").getStatusCode()).isEqualTo(403);
  }

  @Test
  void everySectionFindsItsIndexAndHasItsSize() {
    library.execute(
        """
        INSERT INTO content.creators (tenant, id, name, bio, named, followers)
        SELECT 't-1', 'c' || n, 'Name', '', true, n FROM generate_series(1, 500) n
        """);
    library.execute(
        """
        INSERT INTO content.roadmaps
        (id, tenant, owner, title, description, topic, public, lessons, created_at, updated_at,
        featured_at, ratings, stars, heat)
        SELECT gen_random_uuid(), 't-1', 'c' || n % 500 + 1, 'Title', '', 'topic', true, '[]',
        now(), now(), CASE WHEN n % 100 = 0 THEN now() END, n % 9, 4 * (n % 9), n
        FROM generate_series(1, 5000) n
        """);
    library.execute(
        """
        INSERT INTO content.days (roadmap, day, views, clones, ratings)
        SELECT id, DATE '2026-11-20', 1, 0, 0 FROM content.roadmaps
        """);
    library.execute("VACUUM ANALYZE content.roadmaps, content.creators, content.days");

    var plan =
        library.text(
            "EXPLAIN WITH clock AS (SELECT now() AS now) "
                + library.view("discover").content().query());

    assertThat(plan)
        .contains("roadmaps_featured", "roadmaps_by_heat", "roadmaps_by_rating")
        .contains("creators_by_followers", "roadmaps_by_time", "days_pkey");
    var page = built();
    assertThat(SECTIONS.stream().map(section -> page.path(section).size()))
        .containsExactly(6, 10, 10, 10, 12);
    assertThat(page.path("total").asInt()).isEqualTo(5000);
  }

  private JsonNode built() {
    assertThat(library.build().getStatusCode()).isEqualTo(200);
    return afterTwoSeconds();
  }

  private JsonNode afterTwoSeconds() {
    library.advance(Duration.ofSeconds(2));
    return json(library.discover());
  }

  private void view(String roadmap, String viewer) {
    library.send("POST", "/v1/roadmaps/" + roadmap + "/views", viewer, "");
  }

  private void rate(String roadmap, int raters, int stars) {
    Stream.iterate(1, n -> n + 1).limit(raters).forEach(n -> rated(roadmap, "r" + n, stars));
  }

  private void rated(String roadmap, String rater, int stars) {
    library.send("PUT", "/v1/roadmaps/" + roadmap + "/rating", rater, "{\"stars\":" + stars + "}");
  }

  private static List<String> ids(JsonNode page, String section) {
    return page.path(section).findValuesAsText("id");
  }
}
