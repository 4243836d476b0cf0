package gantry.http.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionsTest {
  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final ApiFunction FUNCTION = new ApiFunction(CONTEXT);

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/notes | {\"name\":\"a\",\"tags\":[\"x\"]}",
        "/v2/notes | {\"title\":\"a\",\"tags\":[\"x\"]}",
        "/v3/notes | {\"title\":\"a\",\"labels\":[\"x\"]}"
      })
  void eachVersionSpeaksItsOwnWords(String path, String body) {
    var answer = call(json(ApiEvent.post(path), body));

    assertThat(answer.getStatusCode()).isEqualTo(201);
    assertThat(answer.getBody()).isEqualTo(body);
  }

  @Test
  void theHeaderPicksALaterVersion() {
    var event = ApiEvent.post("/v1/notes").header("Gantry-Version", "2");

    var answer = call(json(event, "{\"title\":\"a\",\"tags\":[\"x\"]}"));

    assertThat(answer.getStatusCode()).isEqualTo(201);
    assertThat(answer.getBody()).isEqualTo("{\"title\":\"a\",\"tags\":[\"x\"]}");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 200", "1, v1, 200", "1, 3, 200", "2, 1, 400", "1, 4, 400", "3, 2, 400"})
  void theHeaderAgreesOrIsLater(String path, String header, int status) {
    var event = ApiEvent.get("/v" + path + "/notes/7").header("gantry-version", header);

    assertThat(call(event).getStatusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", "v9", "1.0", "01", "latest", "-1", "1,2", "2026-11-21"})
  void anUnknownValueIsRefused(String header) {
    var answer = call(ApiEvent.get("/v1/notes/7").header("gantry-version", header));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"type\":\"unknown-version\"");
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v9/notes", "/v9/notes/7", "/v0/notes/7", "/v4/notes/7", "/v01/notes/7"})
  void anUnknownVersionInThePathIsNoRoute(String path) {
    assertThat(call(ApiEvent.get(path)).getStatusCode()).isEqualTo(404);
    assertThat(call(ApiEvent.get(path).header("gantry-version", "1")).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void whatHasNoVersionNeedsNone() {
    var answer = call(ApiEvent.get("/echo/ids").header("gantry-version", "9"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
  }

  @Test
  void anOlderVersionTellsWhenItEnds() {
    var answer = call(ApiEvent.get("/v1/notes/7"));

    assertThat(answer.getBody()).isEqualTo("{\"name\":\"7\"}");
    assertThat(answer.getHeaders())
        .containsEntry("Deprecation", "@1767225600")
        .containsEntry("Sunset", "Wed, 30 Jun 2027 23:59:59 GMT")
        .containsEntry("Link", "</v2/notes>; rel=\"successor-version\"");
  }

  @Test
  void itsErrorsTellThatToo() {
    var answer = call(json(ApiEvent.post("/v1/notes"), "{\"name\":1,\"role\":\"admin\"}"));

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(answer.getHeaders()).containsKeys("Deprecation", "Sunset", "X-Request-Id");
  }

  @Test
  void theNewestVersionAnnouncesNothing() {
    var answer = call(ApiEvent.get("/v3/notes/7"));

    assertThat(answer.getHeaders()).doesNotContainKeys("Deprecation", "Sunset", "Link");
  }

  @Test
  void whatIsOverIsGone() {
    var answer = call(ApiEvent.get("/v1/relics/new").header("x-request-id", "edge-1"));

    assertThat(answer.getStatusCode()).isEqualTo(410);
    assertThat(answer.getBody()).contains("\"type\":\"version-gone\"");
    assertThat(answer.getHeaders())
        .containsEntry("Sunset", "Sat, 21 Nov 2026 12:00:00 GMT")
        .containsEntry("X-Request-Id", "edge-1");
    assertThat(call(ApiEvent.get("/v1/relics/new").header("gantry-version", "2")).getBody())
        .isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "\"x\"", "{", "{\"name\":\"a\",\"name\":\"b\"}"})
  void anOddBodyInAnOlderVersionIsNoServerError(String body) {
    assertThat(call(json(ApiEvent.post("/v1/notes"), body)).getStatusCode()).isBetween(400, 422);
  }

  @Test
  void bigNumbersPassThroughTheTranslationUnchanged() {
    var body = "{\"name\":\"a\",\"amount\":9007199254740993}";

    assertThat(call(json(ApiEvent.post("/v1/notes"), body)).getBody()).isEqualTo(body);
  }

  @Test
  void deepBodiesAreRefusedBeforeTheyAreTranslated() {
    var body = "[".repeat(100_000);

    assertThat(call(json(ApiEvent.post("/v1/notes"), body)).getStatusCode()).isEqualTo(400);
  }

  private static ApiEvent json(ApiEvent event, String body) {
    return event.header("content-type", "application/json").body(body);
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return FUNCTION.handleRequest(event.event(), new FakeContext());
  }
}
