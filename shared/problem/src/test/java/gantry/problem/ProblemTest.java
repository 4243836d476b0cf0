package gantry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.testing.ApiEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through Micronaut's API Gateway handler, as in Lambda. */
class ProblemTest {
  private static final Api API = new Api();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void aControllersProblemIsAnsweredAsItIs() {
    var answer = API.call(ApiEvent.get("/things/taken"));

    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.getBody())
        .isEqualTo(
            """
            {"type":"thing-taken","title":"Thing is taken","status":409,"detail":"No 7"}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, no-such-route",
    "GET, /things/absent, 404, not-found",
    "DELETE, /things, 405, method-not-allowed",
    "BREW, /things, 405, method-not-allowed",
    "GET, /things/broken/too-large, 413, body-too-large",
    "GET, /things/not-a-uuid, 400, invalid-parameter",
    "GET, /things, 400, invalid-parameter",
    "GET, /things/unwritable, 500, internal-error",
    "GET, /things/broken/anyhow, 500, internal-error",
    "GET, /things/broken/error, 500, internal-error",
    "GET, /things/broken/aws, 503, service-unavailable",
    "GET, /things/broken/host, 503, service-unavailable"
  })
  void everyErrorIsAProblem(String method, String path, int status, String type) {
    var answer = API.call(ApiEvent.request(method, path));

    assertProblem(answer, status, type);
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    var answer = API.call(ApiEvent.request("DELETE", "/things"));

    assertThat(answer.getHeaders().getOrDefault("Allow", "").split(",", -1))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST");
  }

  @Test
  void whatIsOutOfReachIsWorthATryLater() {
    var answer = API.call(ApiEvent.get("/things/broken/host"));

    assertThat(answer.getHeaders()).containsEntry("Retry-After", "5");
  }

  @Test
  void aParameterOutOfBoundsIsNamed() {
    var answer = API.call(ApiEvent.get("/things").query("limit", "101"));

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(API.problem(answer).errors())
        .containsExactly(new FieldError("limit", "must be less than or equal to 100"));
  }

  @Test
  void eachInvalidFieldIsNamedByItsPath() {
    var body = "{\"name\":\" \",\"count\":0,\"parts\":[{\"label\":\"a\"},{\"label\":\"\"}]}";

    var answer = API.call(json(body));

    assertProblem(answer, 422, "invalid-body");
    assertThat(API.problem(answer).errors())
        .extracting(FieldError::field)
        .containsExactly("count", "name", "parts[1].label");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedByItsPath() {
    var answer = API.call(json("{\"name\":\"a\",\"count\":1,\"parts\":[{\"label\":{}}]}"));

    assertProblem(answer, 422, "invalid-body");
    assertThat(API.problem(answer).errors())
        .containsExactly(new FieldError("parts[0].label", "has the wrong form"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":", "", "{'a':1}", "nothing", "{\"a\":\u0001}"})
  void whatIsNoJsonIsToldSo(String body) {
    assertProblem(API.call(json(body)), 400, "malformed-json");
  }

  @Test
  void jsonTooDeepToReadIsRefused() {
    var deep = "{\"extra\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertProblem(API.call(json(deep)), 400, "malformed-json");
  }

  @Test
  void jsonOfAnotherShapeIsRefused() {
    assertProblem(API.call(json("[]")), 422, "invalid-body");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    var answer = API.call(ApiEvent.post("/things").header("content-type", "text/xml").body("<x/>"));

    assertProblem(answer, 415, "unsupported-media-type");
  }

  @Test
  void nothingThatIsAcceptedIsOffered() {
    var answer = API.call(ApiEvent.get("/things/taken").header("accept", "image/png"));

    assertProblem(answer, 406, "not-acceptable");
  }

  @Test
  void aBrowserGetsAProblemToo() {
    var answer = API.call(ApiEvent.get("/nothing").header("accept", "text/html"));

    assertProblem(answer, 404, "no-such-route");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/things/broken/anyhow", "/things/not-a-uuid"})
  void headAnswersWithoutABody(String path) {
    var answer = API.call(ApiEvent.request("HEAD", path));

    assertThat(answer.getStatusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.getBody()).isNull();
  }

  private static ApiEvent json(String body) {
    return ApiEvent.post("/things").header("content-type", "application/json").body(body);
  }

  private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String type) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.getBody())
        .contains("\"type\":\"" + type + "\"", "\"status\":" + status)
        .doesNotContain("secret", "gantry.", "java", "Exception", "micronaut", "jackson");
  }
}
