package gantry.fakefollowers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.fakefollowers.TestModule.MemoryQueue;
import gantry.fakefollowers.audit.StoreScores;
import gantry.fakefollowers.batch.AuditRef;
import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.batch.BatchMessage;
import gantry.fakefollowers.batch.FollowerBatch;
import gantry.fakefollowers.batch.FollowerReader;
import gantry.fakefollowers.batch.ScoreBatch;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API over a real database; the queue's messages go through scorer and aggregator. */
class FollowerAuditsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AUDITS = "/v1/follower-audits";
  private static final String LINES = "application/x-ndjson";

  private static TestModule module;
  private static ApiFunction function;

  @BeforeAll
  static void start() {
    module = new TestModule();
    function = new ApiFunction(module.context());
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @Test
  void anAuditIsScoredToItsEnd() {
    var accepted =
        json(
            post(
                AUDITS,
                """
                {"creator":"@c","platform":"instagram","followers":[
                  {"handle":"rahul_sharma","fullName":"Rahul Sharma","followers":250,"posts":30},
                  {"handle":"x8813772901","fullName":"","following":7000,"followers":3},
                  {"handle":7},
                  {"handle":"","fullName":""}]}\
                """));

    assertThat(accepted.path("accepted").asInt()).isEqualTo(3);
    assertThat(accepted.at("/malformed/0/index").asInt()).isEqualTo(2);
    assertThat(accepted.at("/malformed/0/reason").asText()).isEqualTo("handle is no text");
    assertThat(audit(accepted).path("state").asText()).isEqualTo("SCORING");
    pump();
    var audit = audit(accepted);
    assertThat(audit.path("state").asText()).isEqualTo("DONE");
    assertThat(audit.path("total").asInt()).isEqualTo(3);
    assertThat(audit.path("progress").asDouble()).isEqualTo(1);
    var summary = audit.path("summary");
    assertThat(summary.path("real").asInt()).isEqualTo(1);
    assertThat(summary.path("fake").asInt()).isEqualTo(1);
    assertThat(summary.path("unknown").asInt()).isEqualTo(1);
    assertThat(summary.at("/fakeShare/value").asDouble()).isEqualTo(0.5);
    assertThat(summary.at("/fakeShare/low").asDouble()).isBetween(0.05, 0.2);
    assertThat(summary.at("/fakeShare/high").asDouble()).isBetween(0.8, 0.95);
    assertThat(summary.path("byReason").size()).isEqualTo(1);
    assertThat(
            summary.path("classic").properties().stream().mapToInt(e -> e.getValue().asInt()).sum())
        .isEqualTo(3);
    assertThat(summary.path("malformed").asInt()).isZero();
  }

  @Test
  void aLargeAuditComesInPartsAndAPartSentTwiceCountsOnce() {
    var begun = post(AUDITS, "{\"creator\":\"@c\",\"platform\":\"x\",\"open\":true}");
    assertThat(begun.getStatusCode()).as(begun.getBody()).isEqualTo(202);
    var path = AUDITS + "/" + json(begun).path("id").asText();
    var part = lines(0, 400);

    assertThat(post(path + "/followers", part).getStatusCode()).isEqualTo(202);
    assertThat(post(path + "/followers", part).getStatusCode()).isEqualTo(202);
    assertThat(post(path + "/followers", lines(400, 500)).getStatusCode()).isEqualTo(202);
    pump();

    assertThat(json(get(path)).path("state").asText()).isEqualTo("OPEN");
    assertThat(json(post(path + "/close", "")).path("state").asText()).isEqualTo("DONE");
    assertThat(json(get(path)).path("scored").asInt()).isEqualTo(500);
    assertThat(post(path + "/followers", part).getStatusCode()).isEqualTo(202);
    assertThat(post(path + "/followers", lines(9, 10)).getStatusCode()).isEqualTo(409);
  }

  @Test
  void anotherProducersBatchesAndPartsOverHttpAreNeverTakenForEachOther() {
    var path = scored(lines(0, 2));
    var audit =
        new AuditRef(
            UUID.fromString(path.substring(AUDITS.length() + 1)), "acme", "u-1", "@c", "x");
    var others = FollowerReader.lines(lines(2, 5));

    module.bean(MemoryQueue.class).send(List.of(new FollowerBatch(audit, 0, others)));
    pump();

    assertThat(json(get(path)).path("scored").asInt()).isEqualTo(5);
    assertThat(json(get(path + "/followers")).path("items").findValuesAsText("handle"))
        .containsExactlyInAnyOrder("user0", "user1", "user2", "user3", "user4");
  }

  @Test
  void pagesFollowEachOtherAndShowEachFollowerOnce() {
    var path = scored(lines(0, 250));

    var seen = new ArrayList<String>();
    var page = json(get(path + "/followers", "limit", "60"));
    page.path("items").forEach(item -> seen.add(item.path("handle").asText()));
    while (page.path("nextCursor").isTextual()) {
      page =
          json(get(path + "/followers", "limit", "60", "cursor", page.path("nextCursor").asText()));
      page.path("items").forEach(item -> seen.add(item.path("handle").asText()));
    }

    assertThat(seen).hasSize(250).doesNotHaveDuplicates();
    var fakes = json(get(path + "/followers", "verdict", "fake")).path("items");
    assertThat(fakes.findValuesAsText("verdict")).allMatch("FAKE"::equals);
  }

  @Test
  void retiredFollowersAreGoneAndWhatTheySumUpToStays() {
    var path = scored(lines(0, 30));
    var before = json(get(path)).path("summary");

    module.query(
        "UPDATE followers.audits SET followers_retired_at = now() WHERE id = '%s' RETURNING id"
            .formatted(path.substring(AUDITS.length() + 1)));

    assertThat(get(path + "/followers").getStatusCode()).isEqualTo(410);
    assertThat(json(get(path + "/followers")).path("type").asText()).isEqualTo("followers-retired");
    assertThat(json(get(path)).path("summary")).isEqualTo(before);
    assertThat(get(path + "/chart.svg").getStatusCode()).isEqualTo(200);
  }

  @Test
  void aNameIsNoFormulaInASpreadsheet() {
    var path = scored("{\"handle\":\"=cmd|' /C calc'!A0\",\"fullName\":\"a \\\"b\\\", +1\"}");

    var answer = text(call(ApiEvent.get(path + "/followers").header("accept", "text/csv")));

    assertThat(answer.lines().toList().get(1))
        .startsWith("\"'=cmd|' /C calc'!A0\",\"a \"\"b\"\", +1\",\"");
  }

  @Test
  void linesSayInAHeaderWhereTheyGoOn() {
    var path = scored(lines(0, 3));

    var answer =
        call(ApiEvent.get(path + "/followers").header("accept", LINES).query("limit", "2"));

    assertThat(text(answer).lines()).hasSize(2);
    assertThat(answer.getHeaders()).containsKey("Gantry-Next-Cursor");
  }

  @Test
  void progressTellsWhatIsNewAndEndsWithTheAudit() {
    var path = scored(lines(0, 3));

    var first = text(get(path + "/progress"));
    var id = first.lines().filter(line -> line.startsWith("id: ")).findFirst().orElseThrow();
    var again = call(ApiEvent.get(path + "/progress").header("last-event-id", id.substring(4)));

    assertThat(first).startsWith("retry: ").contains("event: done").contains("\"scored\":3");
    assertThat(again.getStatusCode()).isEqualTo(204);
  }

  @Test
  void theMoreWaitsTheLaterProgressIsAskedForAgain() {
    var open = json(post(AUDITS, "{\"creator\":\"@c\",\"platform\":\"x\",\"open\":true}"));
    var path = AUDITS + "/" + open.path("id").asText();
    var before = retryMillis(text(get(path + "/progress")));

    post(path + "/followers", lines(0, 700));

    var during = text(get(path + "/progress"));
    assertThat(during).contains("event: progress").contains("\"total\":700");
    assertThat(retryMillis(during)).isGreaterThan(before);
    pump();
  }

  private static long retryMillis(String events) {
    return Long.parseLong(events.lines().findFirst().orElseThrow().substring("retry: ".length()));
  }

  @Test
  void fourMebibytesAreTakenAndNoMore() {
    var start = "{\"creator\":\"@c\",\"platform\":\"x\",\"followers\":[{\"handle\":\"a\"}";
    var follower = ",{\"handle\":\"user\"}";
    var room = 4 * 1024 * 1024 - start.length() - 2;
    var many = room / follower.length();
    var full = start + follower.repeat(many) + " ".repeat(room % follower.length()) + "]}";

    var taken = post(AUDITS, full);

    assertThat(taken.getStatusCode()).as(taken.getBody()).isEqualTo(202);
    assertThat(json(taken).path("accepted").asInt()).isEqualTo(many + 1);
    assertThat(post(AUDITS, full + " ").getStatusCode()).isEqualTo(413);
    forget(json(taken).path("id").asText());
  }

  /** Nobody waits for so many to be scored. */
  private static void forget(String audit) {
    module.bean(MemoryQueue.class).batches.clear();
    module.query("DELETE FROM followers.batches WHERE audit = '" + audit + "' RETURNING batch");
  }

  @Test
  void fiveHundredAreScoredAtOnceAndNoMore() {
    var most = "{\"followers\":[" + "{\"handle\":\"a\"},".repeat(499) + "{\"handle\":\"b\"}";

    var answer = post("/v1/followers/score", most + "]}");

    assertThat(json(answer).path("results").size()).isEqualTo(500);
    assertThat(post("/v1/followers/score", most + ",{\"handle\":\"c\"}]}").getStatusCode())
        .isEqualTo(422);
  }

  @Test
  void theChartIsAPicture() {
    var answer = get(scored(lines(0, 3)) + "/chart.svg");

    assertThat(answer.getHeaders().get("Content-Type")).startsWith("image/svg+xml");
    assertThat(text(answer)).startsWith("<svg ").contains("<rect ").endsWith("</svg>\n");
  }

  @Test
  void othersSeeNothing() {
    var path = scored(lines(0, 1));

    assertThat(status(path, "acme", "u-2", "user")).isEqualTo(404);
    assertThat(status(path, "other", "u-1", "service")).isEqualTo(404);
    assertThat(status(path, "acme", "s-1", "service")).isEqualTo(200);
    assertThat(status(path, "other", "o-1", "admin")).isEqualTo(200);
    assertThat(get(AUDITS + "/none").getStatusCode()).isEqualTo(404);
  }

  @Test
  void aFewAreScoredAtOnceInTheOrderAsked() {
    var results =
        json(post(
                "/v1/followers/score",
                "{\"followers\":[{\"handle\":\"b.b\",\"fullName\":\"ज्ञानेश\"},{\"handle\":\"a\"}]}"))
            .path("results");

    assertThat(results.findValuesAsText("handle")).containsExactly("b.b", "a");
    assertThat(results.at("/0/classic").size()).isEqualTo(16);
    assertThat(results.at("/0/v2/model").asText()).isNotEmpty();
    assertThat(results.at("/0/v2/reasons/0/feature").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"followers\":[{}]}",
        "{\"followers\":[1]}",
        "{\"followers\":[{\"handle\":\"a\",\"posts\":-1}]}",
        "{\"followers\":[{\"handle\":\"a\",\"posts\":99999999999999999999}]}",
        "{\"followers\":[{\"handle\":\"a\\u0000\"}]}",
        "{\"followers\":[{\"handle\":\"a\",\"private\":\"no\"}]}"
      })
  void whatIsNoFollowerIsNamedByItsIndex(String body) {
    var answer = post("/v1/followers/score", body);

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("followers[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"followers\":{}}", "{}x", "\u0000"})
  void aBodyThatIsNoneIsRefused(String body) {
    var event = ApiEvent.post(AUDITS).header("content-type", "application/json").body(body);

    assertThat(call(event).getStatusCode()).isEqualTo(400);
  }

  @Test
  void anAuditNeedsACreatorAndAPlatform() {
    var answer = post(AUDITS, "{\"creator\":\"\",\"platform\":\"a b\",\"followers\":[]}");

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").findValuesAsText("field"))
        .containsExactly("creator", "platform");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"folowers\":[{\"handle\":\"a\"}]", ",\"open\":false"})
  void anAuditThatIsNotOpenNeedsFollowers(String rest) {
    var answer = post(AUDITS, "{\"creator\":\"@c\",\"platform\":\"x\"" + rest + "}");

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("followers");
  }

  @Test
  void aRepeatedRequestBeginsOneAudit() {
    var body = "{\"creator\":\"@c\",\"platform\":\"x\",\"followers\":[{\"handle\":\"a\"}]}";

    var first = call(request(AUDITS, body).header("idempotency-key", "k-1"));
    var second = call(request(AUDITS, body).header("idempotency-key", "k-1"));

    assertThat(json(second)).isEqualTo(json(first));
    pump();
  }

  /** Scores what waits in the queue and stores it twice, as the stream may deliver it. */
  private static void pump() {
    var queue = module.bean(MemoryQueue.class).batches;
    for (var batch = queue.poll(); batch != null; batch = queue.poll()) {
      for (var scored : module.bean(ScoreBatch.class).score(BatchMessage.write(batch))) {
        var read = module.bean(BatchJson.class).readBatch(scored.content());
        module.bean(StoreScores.class).store(read);
        module.bean(StoreScores.class).store(read);
      }
    }
  }

  private static String scored(String lines) {
    var id = json(post(AUDITS, lines, "creator", "@c", "platform", "x")).path("id").asText();
    pump();
    return AUDITS + "/" + id;
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"handle\":\"user" + i + "\",\"fullName\":\"Person " + i + "\"}")
        .collect(Collectors.joining("\n"));
  }

  private static JsonNode audit(JsonNode accepted) {
    return json(get(AUDITS + "/" + accepted.path("id").asText()));
  }

  private static APIGatewayV2HTTPResponse get(String path, String... query) {
    var event = ApiEvent.get(path);
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return call(event);
  }

  private static APIGatewayV2HTTPResponse post(String path, String body, String... query) {
    var event = request(path, body);
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return call(event);
  }

  private static ApiEvent request(String path, String body) {
    var type = body.startsWith("{\"handle") || body.isEmpty() ? LINES : "application/json";
    return ApiEvent.post(path)
        .header("content-type", type)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(String path, String tenant, String user, String roles) {
    return call(ApiEvent.get(path), tenant, user, roles).getStatusCode();
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return call(event, "acme", "u-1", "user");
  }

  private static APIGatewayV2HTTPResponse call(
      ApiEvent event, String tenant, String user, String roles) {
    var exp = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();
    event.authorizer(Map.of("sub", user, "tenant", tenant, "roles", roles, "exp", exp));
    return function.handleRequest(event.event(), new FakeContext());
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return answer.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8)
        : answer.getBody();
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return JSON.readTree(text(answer));
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.getBody(), e);
    }
  }
}
