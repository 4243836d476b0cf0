package gantry.fakefollowers.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.fakefollowers.TestModule;
import gantry.fakefollowers.audit.StoreScores.Outcome.AlreadyStored;
import gantry.fakefollowers.audit.StoreScores.Outcome.ForeignAudit;
import gantry.fakefollowers.audit.StoreScores.Outcome.Stored;
import gantry.fakefollowers.batch.AuditRef;
import gantry.fakefollowers.batch.IndexedFollower;
import gantry.fakefollowers.batch.Malformed;
import gantry.fakefollowers.batch.ScoreFollowers;
import gantry.fakefollowers.batch.ScoredBatch;
import gantry.fakefollowers.model.Follower;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoreScoresTest {
  private static final String WRONG_LEVELS =
      """
      SELECT count(*) FROM (
        SELECT name_level, handle_level,
               count(*) OVER (PARTITION BY name_key) AS names,
               count(*) OVER (PARTITION BY handle_key) AS handles
        FROM followers.followers WHERE audit =
      """;
  private static final String IS_WRONG =
      """
      name_level <> (names > 3)::int + (names > 5)::int + (names > 10)::int
      OR handle_level <> (handles > 3)::int + (handles > 5)::int + (handles > 10)::int
      """;

  private static TestModule module;

  private final AuditRef audit =
      new AuditRef(UUID.randomUUID(), "acme", "u-1", "@creator", "instagram");

  @BeforeAll
  static void start() {
    module = new TestModule();
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @Test
  void aBatchThatComesAgainCountsOnce() {
    var batch = batch(audit, 0, List.of(Follower.named("rahul12", "Rahul Kumar")));

    assertThat(store(batch)).isInstanceOf(Stored.class);
    assertThat(store(batch)).isInstanceOf(AlreadyStored.class);

    assertThat(rows("SELECT count(*) FROM followers.followers WHERE audit = "))
        .containsExactly("1");
    assertThat(tally("classic")).isEqualTo(1);
  }

  @Test
  void anotherTenantsAuditIsLeftAlone() {
    store(batch(audit, 0, List.of(Follower.named("a", "A B"))));
    var foreign = new AuditRef(audit.id(), "other", "u-2", "@creator", "instagram");

    var outcome = store(batch(foreign, 1, List.of(Follower.named("b", "C D"))));

    assertThat(outcome).isInstanceOf(ForeignAudit.class);
    assertThat(rows("SELECT count(*) FROM followers.followers WHERE audit = "))
        .containsExactly("1");
  }

  @Test
  void malformedItemsAreCounted() {
    store(new ScoredBatch(audit, 0, 0, List.of(), List.of(new Malformed(3, "is no JSON object"))));

    assertThat(tally("malformed")).isEqualTo(1);
    assertThat(rows("SELECT scored FROM followers.batches WHERE audit = ")).containsExactly("1");
  }

  @Test
  void moreThanThreeOfOneNameAreEvidenceForAllOfThem() {
    for (var i = 0; i < 4; i++) {
      store(batch(audit, i, List.of(Follower.named(handle(i), "𝓡ahul   kumar" + "!".repeat(i)))));
    }

    assertThat(rows("SELECT name_level FROM followers.followers WHERE audit = "))
        .containsExactly("1", "1", "1", "1");
    assertThat(tally("duplicate")).isEqualTo(4);
  }

  @Test
  void duplicatesAreExactWhenBatchesComeTogether() throws Exception {
    var people = people();
    var batches = new ArrayList<Callable<StoreScores.Outcome>>();
    for (var i = 0; i < 60; i++) {
      var batch = batch(audit, i, people.subList(10 * i, 10 * i + 10));
      batches.add(() -> store(batch));
      batches.add(() -> store(batch));
    }
    Collections.shuffle(batches, new Random(7));

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var outcome : threads.invokeAll(batches)) {
        outcome.get();
      }
    }

    assertThat(rows(WRONG_LEVELS, ") AS known WHERE " + IS_WRONG)).containsExactly("0");
    assertThat(rows("SELECT count(*) FROM followers.followers WHERE audit = "))
        .containsExactly("600");
    assertThat(
            rows(
                "SELECT verdict || count(*) FROM followers.followers WHERE audit = ",
                "GROUP BY verdict"))
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "SELECT name || followers FROM followers.tallies WHERE audit = ",
                "AND kind = 'verdict' AND followers > 0"));
    assertThat(rows("SELECT name_level FROM followers.followers WHERE audit = "))
        .contains("0", "1", "2", "3");
  }

  @Test
  void whoSharesAGroupIsFoundWithoutLookingAtTheWholeAudit() {
    module.query(
        """
        WITH inserted AS (
          INSERT INTO followers.followers
            (audit, batch, place, verdict, name_key, handle_key, name_level, handle_level, result)
          SELECT '%s', n / 100, n %% 100, 'REAL', n / 4, -n, 0, 0, '{}'
          FROM generate_series(1, 20000) n
          RETURNING 1)
        SELECT count(*) FROM inserted
        """
            .formatted(audit.id()));

    var plan =
        module.query(
            "EXPLAIN "
                + PostgresScoreStore.LOCK_MEMBERS
                    .replace(":audit", "CAST('" + audit.id() + "' AS uuid)")
                    .replace(":groups", "'[{\"kind\":\"name\",\"key\":7}]'"));

    assertThat(String.join("\n", plan))
        .contains("followers_by_name", "followers_by_handle")
        .doesNotContain("SubPlan");
  }

  /** Names of one to fourteen bearers, whose handles differ in a counter or not at all. */
  private static List<Follower> people() {
    var people = new ArrayList<Follower>();
    for (var bearers = 1; people.size() < 600; bearers = bearers % 14 + 1) {
      var name =
          "n" + "abcdefghijklmnopqrstuvwxyz".charAt(bearers) + "x".repeat(people.size() / 105);
      for (var i = 0; i < bearers && people.size() < 600; i++) {
        people.add(Follower.named(bearers % 2 == 0 ? name + i : name, name + " surname"));
      }
    }
    Collections.shuffle(people, new Random(7));
    return people;
  }

  private static String handle(int i) {
    return List.of("first", "second", "third", "fourth").get(i);
  }

  private static ScoredBatch batch(AuditRef audit, int number, List<Follower> followers) {
    var indexed =
        IntStream.range(0, followers.size())
            .mapToObj(i -> new IndexedFollower(i, followers.get(i)))
            .toList();
    var results = module.bean(ScoreFollowers.class).score(indexed);
    return new ScoredBatch(audit, number, 0, results, List.of());
  }

  private static StoreScores.Outcome store(ScoredBatch batch) {
    return module.bean(StoreScores.class).store(batch);
  }

  private List<String> rows(String query, String... rest) {
    return module.query(query + "'" + audit.id() + "' " + String.join(" ", rest));
  }

  private long tally(String kind) {
    return rows(
            "SELECT followers FROM followers.tallies WHERE audit = ", "AND kind = '" + kind + "'")
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }
}
