package gantry.webhooks.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.webhooks.TestProcessor;
import gantry.webhooks.Webhooks;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.receiver.WebhookDelivery;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventsControllerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestProcessor processor = TestProcessor.start();
  private final ApiFunction function = new ApiFunction(processor.context());

  @AfterEach
  void stop() {
    processor.close();
  }

  @Test
  void anEventIsListedWithExactlyTheContractsFields() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    processor.process(delivery);

    var item = body(get("/v1/webhook-events")).at("/items/0");

    assertThat(item.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "provider",
            "mode",
            "type",
            "resourceType",
            "resource",
            "state",
            "providerTime",
            "receivedAt",
            "sha256",
            "attempts",
            "duplicates",
            "lastDuplicateAt",
            "reason");
    assertThat(item.get("id").asText()).isEqualTo(delivery.id().toString());
    assertThat(item.get("state").asText()).isEqualTo("APPLIED");
    assertThat(item.get("receivedAt").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(item.get("reason").isNull()).isTrue();
  }

  @Test
  void aRetiredBodyIsGoneAndNobodyDecidesOnItAnew() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    processor.process(delivery);
    processor.execute("UPDATE webhooks.events SET state = 'FAILED'");
    processor.retireBodies();
    var event = "/v1/webhook-events/" + delivery.id();

    var gone = get(event + "/body");
    assertThat(gone.getStatusCode()).isEqualTo(410);
    assertThat(body(gone).get("type").asText()).isEqualTo("body-retired");
    assertThat(body(get(event)).at("/timeline/5/event").asText()).isEqualTo("body-retired");
    for (var order : new String[] {"{\"reason\":\"x\"}", "{\"reason\":\"x\",\"dryRun\":true}"}) {
      var refused = post(event + "/replay", order);
      assertThat(refused.getStatusCode()).isEqualTo(409);
      assertThat(body(refused).get("type").asText()).isEqualTo("not-replayable");
    }
    var many = body(post("/v1/webhook-events/replay", "{\"reason\":\"x\"}"));
    assertThat(many.get("matched").asInt()).isEqualTo(1);
    assertThat(many.get("skipped").asInt()).isEqualTo(1);
    assertThat(processor.inbox()).isEmpty();
    assertThat(processor.event(delivery)).containsEntry("state", "FAILED");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var expected = new ArrayList<String>();
    for (var i = 0; i < 25; i++) {
      var delivery = Webhooks.scripted("msg-" + i, "r");
      processor.process(delivery);
      expected.addFirst(delivery.id().toString());
    }

    var seen = new ArrayList<String>();
    var page = body(get("/v1/webhook-events", "limit", "10"));
    while (true) {
      page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      if (page.get("nextCursor").isNull()) {
        break;
      }
      var cursor = page.get("nextCursor").asText();
      page = body(get("/v1/webhook-events", "limit", "10", "cursor", cursor));
    }

    assertThat(seen).hasSize(25).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(seen).isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @ParameterizedTest
  @CsvSource({
    "provider,standard,1",
    "provider,stripe,0",
    "state,APPLIED,1",
    "state,FAILED,0",
    "type,scripted.event,1",
    "type,other,0",
    "resource,r1,1",
    "resource,r2,0",
    "from,2026-11-21T12:00:00Z,1",
    "from,2026-11-21T12:00:00.001Z,0",
    "to,2026-11-21T12:00:00Z,0",
    "to,2026-11-21T12:00:00.001Z,1"
  })
  void eachFilterNarrowsTheList(String name, String value, int found) {
    processor.process(Webhooks.scripted("msg-1", "r1"));

    assertThat(body(get("/v1/webhook-events", name, value)).get("items")).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({
    "provider,paypal",
    "state,applied",
    "from,yesterday",
    "to,+1000000000-12-31T23:59:59Z",
    "limit,0",
    "limit,201",
    "limit,ten",
    "cursor,abc",
    "cursor,MjAyNi0xMS0yMVQxMjowMDowMFogeA",
    "type,'a\u0000b'"
  })
  void aBadParameterIsNamed(String name, String value) {
    var response = get("/v1/webhook-events", name, value);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(body(response).get("type").asText()).isEqualTo("invalid-parameter");
    assertThat(body(response).at("/errors/0/field").asText()).isEqualTo(name);
  }

  @Test
  void anEventIsQueuedWhenSqsTookItAndNotWhenItWasVerified() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    processor.processSentAt(delivery.times().verifiedAt().plusMillis(700), delivery);
    var early = Webhooks.scripted("msg-2", "r2");
    processor.processSentAt(early.times().receivedAt().minusMillis(5), early);

    assertThat(queued(delivery)).isEqualTo(delivery.times().verifiedAt().plusMillis(700));
    assertThat(queued(early)).isEqualTo(early.times().queuedAt());
  }

  private Instant queued(WebhookDelivery delivery) {
    var step = body(get("/v1/webhook-events/" + delivery.id())).at("/timeline/2");
    assertThat(step.path("event").asText()).isEqualTo("queued");
    return Instant.parse(step.path("at").asText());
  }

  @Test
  void oneEventShowsItsTimelineHeadersAndSignals() {
    var first = Webhooks.scripted("msg-1", "r1");
    processor.process(first, Webhooks.scripted("msg-1", "r2"));

    var event = body(get("/v1/webhook-events/" + first.id()));

    assertThat(event.get("timeline").findValuesAsText("event"))
        .containsExactly("received", "verified", "queued", "stored", "decided");
    assertThat(event.at("/timeline/0/at").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(event.at("/headers/webhook-id").asText()).isEqualTo("msg-1");
    assertThat(event.at("/signals/0/kind").asText()).isEqualTo("same-id-different-content");
    assertThat(event.get("duplicates").asInt()).isEqualTo(1);
    assertThat(event.get("lastDuplicateAt").isNull()).isFalse();
    assertThat(event.get("attempts").asInt()).isZero();
    assertThat(event.get("error").isNull()).isTrue();
    assertThat(event.has("item")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"a\": 1}\n", "\u0000\u0001\u00ff<script>", "🍋"})
  void theBodyComesBackByteForByte(String body) {
    var delivery =
        Webhooks.delivery(
            Provider.STANDARD, Mode.LIVE, Map.of("webhook-id", "msg-1"), body.getBytes(UTF_8));
    processor.process(delivery);

    var response = get("/v1/webhook-events/" + delivery.id() + "/body");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(bytes(response)).isEqualTo(body.getBytes(UTF_8));
    assertThat(response.getHeaders())
        .containsEntry("Content-Type", "application/octet-stream")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Content-Disposition", "attachment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/body", "/00000000-0000-7000-8000-000000000000", "/no-uuid", "/no-uuid/body"})
  void anUnknownEventIsNotFound(String suffix) {
    var path = suffix.isEmpty() || suffix.equals("/body") ? "/1-2-3-4-5" + suffix : suffix;

    var response = get("/v1/webhook-events" + path);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(body(response).get("type").asText()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "service", "user,service"})
  void onlyOperatorsPass(String roles) {
    var event = ApiEvent.get("/v1/webhook-events").authorizer(caller(roles));

    assertThat(call(event).getStatusCode()).isEqualTo(403);
  }

  @Test
  void aReplayGoesBackToTheQueueOfItsResourceAndLeavesAnAudit() {
    var ignored = ignored("msg-1");

    var response =
        post("/v1/webhook-events/" + ignored + "/replay", "{\"reason\":\"new handler\"}");

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(body(response).get("queued").asInt()).isEqualTo(1);
    var message = processor.inbox().getFirst();
    assertThat(message.attributes()).containsEntry("replayOf", ignored).containsKey("requestId");
    assertThat(message.groupId()).startsWith("standard/live/");
    assertThat(
            processor.rows(
                "SELECT actor, tenant, action, details FROM audit.events WHERE tenant = 't1' ORDER"
                    + " BY number"))
        .containsExactly(
            audited(
                "replay.ordered",
                "{\"dryRun\":\"false\",\"id\":\"%s\",\"matched\":\"1\",\"reason\":\"new handler\",\"skipped\":\"0\"}"
                    .formatted(ignored)),
            audited("replay.queued", "{\"queued\":\"1\"}"));
    assertThat(
            processor.value(
                """
                SELECT ordered.before_hash IS NULL AND ordered.after_hash = queued.before_hash
                   AND queued.after_hash <> queued.before_hash
                FROM audit.events ordered JOIN audit.events queued USING (object)
                WHERE ordered.action = 'replay.ordered' AND queued.action = 'replay.queued'
                """))
        .isEqualTo(true);
  }

  private static Map<String, Object> audited(String action, String details) {
    return Map.of("actor", "operator-1", "tenant", "t1", "action", action, "details", details);
  }

  @Test
  void anAppliedEventIsSkipped() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    processor.process(delivery);

    var replay =
        body(post("/v1/webhook-events/" + delivery.id() + "/replay", "{\"reason\":\"x\"}"));

    assertThat(replay.get("matched").asInt()).isEqualTo(1);
    assertThat(replay.get("queued").asInt()).isZero();
    assertThat(replay.get("skipped").asInt()).isEqualTo(1);
    assertThat(processor.inbox()).isEmpty();
  }

  @Test
  void aReplayByFilterQueuesWhatMatchesOldestFirst() {
    var ids = IntStream.range(0, 3).mapToObj(i -> ignored("msg-" + i)).sorted().toList();
    processor.process(Webhooks.scripted("applied", "r1"));

    var replay =
        body(
            post(
                "/v1/webhook-events/replay", "{\"state\":\"IGNORED\",\"reason\":\"new handler\"}"));

    assertThat(replay.get("matched").asInt()).isEqualTo(3);
    assertThat(replay.get("queued").asInt()).isEqualTo(3);
    assertThat(replay.get("nextCursor").isNull()).isTrue();
    assertThat(processor.inbox())
        .extracting(m -> m.attributes().get("replayOf"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            processor.value(
                "SELECT CAST(details AS jsonb) ->> 'state' FROM audit.events WHERE action ="
                    + " 'replay.ordered'"))
        .isEqualTo("IGNORED");
  }

  @Test
  void aDryRunQueuesNothing() {
    ignored("msg-1");

    var replay = body(post("/v1/webhook-events/replay", "{\"reason\":\"look\",\"dryRun\":true}"));

    assertThat(replay.get("matched").asInt()).isEqualTo(1);
    assertThat(replay.get("queued").asInt()).isZero();
    assertThat(replay.get("dryRun").asBoolean()).isTrue();
    assertThat(processor.inbox()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"\"}",
        "{\"reason\":\"  \"}",
        "{\"reason\":\"a\\u0001b\"}",
        "{\"reason\":\"x\",\"state\":\"GONE\"}",
        "{\"reason\":\"x\",\"cursor\":\"zzz\"}"
      })
  void aReplayThatSaysTooLittleIsRefused(String body) {
    var response = post("/v1/webhook-events/replay", body);

    assertThat(response.getStatusCode()).isEqualTo(422);
    assertThat(body(response).get("errors")).isNotEmpty();
    assertThat(processor.value("SELECT count(*) FROM audit.events")).isEqualTo(0L);
  }

  @Test
  void aReasonHasFiveHundredCharactersAtMost() {
    var path = "/v1/webhook-events/replay";

    assertThat(post(path, reason(500)).getStatusCode()).isEqualTo(202);
    assertThat(post(path, reason(501)).getStatusCode()).isEqualTo(422);
  }

  private static String reason(int length) {
    return "{\"reason\":\"" + "x".repeat(length) + "\"}";
  }

  private String ignored(String id) {
    var delivery =
        Webhooks.delivery(
            Provider.STANDARD,
            Mode.LIVE,
            Map.of("webhook-id", id),
            "{\"type\":\"unheard.of\"}".getBytes(UTF_8));
    processor.process(delivery);
    return delivery.id().toString();
  }

  private APIGatewayV2HTTPResponse get(String path, String... query) {
    var event = ApiEvent.get(path).authorizer(caller("admin"));
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return call(event);
  }

  private APIGatewayV2HTTPResponse post(String path, String body) {
    return call(
        ApiEvent.post(path)
            .authorizer(caller("admin"))
            .header("content-type", "application/json")
            .body(body));
  }

  private APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  private static Map<String, Object> caller(String roles) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    return Map.of("sub", "operator-1", "tenant", "t1", "roles", roles, "exp", expires);
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    try {
      return JSON.readTree(bytes(response));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(APIGatewayV2HTTPResponse response) {
    var body = response.getBody() == null ? "" : response.getBody();
    return response.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
  }
}
