package gantry.operations;

import static gantry.operations.Api.caller;
import static gantry.operations.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.testing.ApiEvent;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
  private static final String SWITCH = "/v1/emergency-mode";
  private static final String AUDIT = "/v1/audit-events";

  private static TestModule module;
  private static Api api;

  @BeforeAll
  static void start() {
    module = new TestModule();
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @BeforeEach
  void switchOff() {
    turn("{\"level\":\"OFF\",\"reason\":\"before a test\"}");
  }

  @Test
  void anOperatorTurnsTheSwitchAndSeesIt() {
    var turned =
        turn(
            """
            {"level":"READ_ONLY","routes":["POST /v1/payments","/v1/access"],"reason":"load",\
            "until":"2026-11-21T13:00:00Z","endsWhenHealthy":true}\
            """);

    assertThat(turned.getStatusCode()).isEqualTo(200);
    var shown = json(get(SWITCH));
    assertThat(shown).isEqualTo(json(turned));
    assertThat(shown.path("level").asText()).isEqualTo("READ_ONLY");
    assertThat(shown.path("actor").asText()).isEqualTo("operator-1");
    assertThat(shown.path("routes").size()).isEqualTo(2);
    assertThat(shown.path("until").asText()).isEqualTo("2026-11-21T13:00:00Z");
  }

  @Test
  void theSwitchWorksInEmergency() {
    turn("{\"level\":\"CLOSED\",\"reason\":\"fire\"}");

    assertThat(get(SWITCH).getStatusCode()).isEqualTo(200);
    assertThat(turn("{\"level\":\"OFF\",\"reason\":\"water\"}").getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"level\":\"OFF\"}",
        "{\"level\":\"HALF\",\"reason\":\"x\"}",
        "{\"level\":\"CLOSED\",\"reason\":\" \"}",
        "{\"level\":\"CLOSED\",\"reason\":\"x\",\"routes\":[\"v1\"]}",
        "{\"level\":\"CLOSED\",\"reason\":\"x\",\"routes\":[\"FETCH /v1\"]}",
        "{\"level\":\"CLOSED\",\"reason\":\"x\",\"until\":\"soon\"}",
        "{\"level\":\"CLOSED\",\"reason\":\"x\",\"untill\":\"2026-11-21T13:00:00Z\"}"
      })
  void aTurnThatSaysTooLittleIsRefused(String body) {
    assertThat(turn(body).getStatusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {SWITCH, AUDIT, AUDIT + "/verification"})
  void onlyOperatorsPass(String path) {
    assertThat(api.call(ApiEvent.get(path).authorizer(caller("user,service"))).getStatusCode())
        .isEqualTo(403);
    assertThat(api.call(ApiEvent.get(path)).getStatusCode()).isEqualTo(401);
  }

  @Test
  void everyTurnIsInTheAuditAndTheAuditIsIntact() {
    module.bean(MutableClock.class).advance(Duration.ofSeconds(1));
    turn("{\"level\":\"CLOSED\",\"reason\":\"drill <1>\"}");

    var event =
        json(get(AUDIT, "objectType", "emergency-mode", "actor", "operator-1", "limit", "1"))
            .at("/items/0");
    assertThat(event.path("action").asText()).isEqualTo("emergency-mode.switched");
    assertThat(event.path("details").asText()).contains("drill <1>");
    assertThat(event.path("beforeHash").asText()).isNotEqualTo(event.path("afterHash").asText());
    var verification = json(get(AUDIT + "/verification"));
    assertThat(verification.path("intact").asBoolean()).isTrue();
    assertThat(verification.has("goOnAfter")).isTrue();
    assertThat(verification.path("broken").isArray()).isTrue();
    assertThat(verification.path("chains").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void pagesFollowEachOtherWithoutRepetition() {
    for (var i = 0; i < 7; i++) {
      switchOff();
    }

    var seen = new ArrayList<String>();
    var page = json(get(AUDIT, "limit", "3"));
    while (!page.path("nextCursor").isNull()) {
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      page = json(get(AUDIT, "limit", "3", "cursor", page.path("nextCursor").asText()));
    }

    assertThat(seen).hasSizeGreaterThan(6).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,201",
    "limit,ten",
    "cursor,abc",
    "from,yesterday",
    "to,-1",
    "actor,'a\u0000b'"
  })
  void aBadParameterIsNamed(String name, String value) {
    var answer = get(AUDIT, name, value);

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(json(answer).path("type").asText()).isEqualTo("invalid-parameter");
    assertThat(json(answer).at("/errors/0/field").asText()).endsWith(name);
  }

  @Test
  void whoSignsInAndOutIsInTheAudit() {
    var secrets = module.bean(TestModule.TestSecrets.class).values();
    secrets.put("SESSION_SECRET", "0123456789abcdef0123456789abcdef");
    var session = "/operator/session";

    api.call(
        ApiEvent.post(session).authorizer(caller("admin")).header("sec-fetch-site", "same-origin"));
    module.bean(MutableClock.class).advance(Duration.ofSeconds(1));
    api.call(ApiEvent.request("DELETE", session).authorizer(caller("admin")));

    var events = json(get(AUDIT, "objectType", "operator")).path("items");
    assertThat(events.findValuesAsText("action"))
        .containsExactly("operator.signed-out", "operator.signed-in");
    assertThat(events.findValuesAsText("object")).containsOnly("operator-1");
    assertThat(events.get(1).path("details").asText()).contains("\"session\":");
  }

  private static APIGatewayV2HTTPResponse turn(String body) {
    return api.call(
        ApiEvent.request("PUT", SWITCH)
            .authorizer(caller("admin"))
            .header("content-type", "application/json")
            .body(body));
  }

  private static APIGatewayV2HTTPResponse get(String path, String... query) {
    var event = ApiEvent.get(path).authorizer(caller("admin"));
    for (var i = 0; i < query.length; i += 2) {
      event.query(query[i], query[i + 1]);
    }
    return api.call(event);
  }
}
