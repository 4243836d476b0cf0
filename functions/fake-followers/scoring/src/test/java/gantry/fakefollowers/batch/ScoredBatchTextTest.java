package gantry.fakefollowers.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.fakefollowers.TestRows;
import gantry.fakefollowers.model.Feature;
import gantry.fakefollowers.model.Follower;
import gantry.fakefollowers.model.FollowerScore;
import gantry.fakefollowers.model.Reason;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredBatchTextTest {
  private static final AuditRef AUDIT = new AuditRef(UUID.randomUUID(), "acme", "u", "@c", "x");

  private static ApplicationContext context;
  private static BatchJson json;

  @BeforeAll
  static void start() {
    context = ApplicationContext.run();
    json = context.getBean(BatchJson.class);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void everyFollowerComesBackAsItWasScored() {
    var batch = batch(everybody());

    assertThat(json.readBatch(ScoredBatchText.of(batch))).isEqualTo(batch);
    assertThat(batch.results())
        .allSatisfy(one -> assertThat(json.readFollower(json.writeFollower(one))).isEqualTo(one));
  }

  @Test
  void plainRecordsAndRowsWithNamesAreStillRead() {
    var batch = batch(List.of(Follower.named("rahul_1", "\"राहुल\"\\ \u2028\t😀")));
    var follower = batch.results().getFirst();

    assertThat(json.readBatch(json.write(batch).getBytes(UTF_8))).isEqualTo(batch);
    assertThat(json.readFollower(json.write(follower))).isEqualTo(follower);
  }

  @Test
  void aReasonThatIsNoFeatureKeepsItsName() {
    var plain = batch(List.of(Follower.named("rahul_1", "Rahul"))).results().getFirst();
    var v2 = plain.v2();
    var reasons = List.of(new Reason("somethingElse", -0.5), new Reason("posts", 0.0001));
    var score =
        new FollowerScore(
            v2.verdict(), v2.probability(), v2.logOdds(), reasons, v2.name(), v2.model());
    var follower = new ScoredFollower(3, "rahul_1", "Rahul", plain.classic(), score);

    assertThat(json.readFollower(json.writeFollower(follower))).isEqualTo(follower);
  }

  @Test
  void featuresKeepTheNumbersThatRowsNameThemBy() {
    assertThat(Stream.of(Feature.values()).map(Feature::label))
        .startsWith(
            "similarity handleNameRatio handleNamePartialRatio handleDigits handleDigitShare handleTrailingDigits handleLength handleEntropy handleVowelShare handleStartsUpper handleIsLower handleHasUnderscore nameLength nameWords nameDigits nameIsLower nameIsUpper nameEqualsHandle followers following followingPerFollower posts hasPicture isPrivate bioLength"
                .split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{", "{\"format\":2,\"rows\":[[1]]}", "{\"audit\":{\"id\":\"1\"}}"})
  void whatIsNoBatchIsMalformed(String text) {
    assertThatThrownBy(() -> json.readBatch(zipped(text)))
        .isInstanceOf(MalformedBatchException.class);
    assertThatThrownBy(() -> json.readBatch(text.getBytes(UTF_8)))
        .isInstanceOf(MalformedBatchException.class);
  }

  @Test
  void aTornOrEndlessRecordIsMalformed() {
    var record = ScoredBatchText.of(batch(List.of(Follower.named("a", "A"))));
    record[record.length / 2] ^= 0x55;

    assertThatThrownBy(() -> json.readBatch(record)).isInstanceOf(MalformedBatchException.class);
    assertThatThrownBy(() -> json.readBatch(zipped(" ".repeat(20_000_000))))
        .isInstanceOf(MalformedBatchException.class);
  }

  @Test
  void aLaterVersionsRecordIsNotPassedOver() {
    assertThatThrownBy(() -> json.readBatch(zipped("{\"format\":3}")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<Follower> everybody() {
    var followers = new ArrayList<Follower>();
    for (var row : TestRows.json("golden.jsonl")) {
      var handle = row.get("follower_handle").asText();
      var name = row.get("follower_full_name").asText();
      followers.add(Follower.named(handle, name));
      followers.add(new Follower(handle, name, 3L, 7000L, 0L, false, true, 0));
    }
    followers.add(Follower.named("", ""));
    return followers;
  }

  private static ScoredBatch batch(List<Follower> followers) {
    var indexed =
        IntStream.range(0, followers.size())
            .mapToObj(i -> new IndexedFollower(i, followers.get(i)))
            .toList();
    var results = context.getBean(ScoreFollowers.class).score(indexed);
    return new ScoredBatch(AUDIT, 7, 1, results, List.of(new Malformed(3, "is no JSON object")));
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
