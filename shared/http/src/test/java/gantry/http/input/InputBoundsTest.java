package gantry.http.input;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputBoundsTest {
  private static final int DEFAULT_LIMIT = 1_048_576;
  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final ApiFunction FUNCTION = new ApiFunction(CONTEXT);

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table tennis course; select best",
        "<script>alert('x')</script>",
        "'; DROP TABLE users; --",
        "a\\u0301 \\ud834\\udd1e \\u0001 ümläut 𝄞 \\\\ \\/",
        "${jndi:ldap://x} %s {{7*7}} ../../etc/passwd"
      })
  void textPassesThroughAsGiven(String json) {
    var answer = post("/forms/strict", "{\"topic\":\"" + json + "\"}");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(topic(answer.getBody())).isEqualTo(topic("{\"topic\":\"" + json + "\"}"));
  }

  static Stream<String> tooComplex() {
    return Stream.of(
        "[".repeat(33) + "]".repeat(33),
        "[".repeat(1_000_000),
        "{\"a\":".repeat(40) + "1" + "}".repeat(40),
        "{\"a\":\"" + "x".repeat(65_537) + "\"}",
        "{\"" + "x".repeat(257) + "\":1}",
        "{\"a\":" + "9".repeat(101) + "}",
        "{\"a\":0." + "9".repeat(101) + "}",
        "{\"a\":[" + "1,".repeat(10_000) + "1]}",
        "{\"a\":[" + ("[" + "1,".repeat(9_998) + "1],").repeat(11) + "1]}",
        names(1_001));
  }

  @ParameterizedTest
  @MethodSource("tooComplex")
  void jsonBeyondTheBoundsIsRefused(String body) {
    assertProblem(post("/forms/any", body), 400, "json-too-complex");
  }

  static Stream<String> withinTheBounds() {
    return Stream.of(
        "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}",
        "{\"a\":\"" + "x".repeat(65_536) + "\"}",
        "{\"" + "x".repeat(256) + "\":1}",
        "{\"a\":" + "9".repeat(100) + "}",
        "{\"a\":[" + "1,".repeat(9_999) + "1]}",
        names(1_000),
        " \r\n\t{}\n ");
  }

  @ParameterizedTest
  @MethodSource("withinTheBounds")
  void jsonAtTheBoundsPasses(String body) {
    assertThat(post("/forms/any", body).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}}",
        "{} {}",
        "{} 1",
        "{}x",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{,}",
        "{\"a\":1,}",
        "// x\n{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"b\":{\"c\":1,\"\\u0063\":2}}",
        " ",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}"
      })
  void whatIsNoPlainJsonIsRefused(String body) {
    assertProblem(post("/forms/any", body), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\u0000\"}",
        "{\"\\u0000\":1}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}"
      })
  void textThatNobodyCanStoreIsRefused(String body) {
    assertProblem(post("/forms/any", body), 422, "invalid-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b2261223a22c0af227d",
        "7b2261223a22eda080227d",
        "7b2261223a22ff227d",
        "7b2261223a22c3227d",
        "7b2261223a22f5808080227d"
      })
  void whatIsNoUtf8IsRefused(String hex) {
    var event = ApiEvent.post("/forms/any").header("content-type", "application/json");

    assertProblem(call(event.body(HexFormat.of().parseHex(hex))), 400, "malformed-json");
  }

  @Test
  void otherEncodingsAreRefused() {
    var event = ApiEvent.post("/forms/any").header("content-type", "application/json");

    assertProblem(call(event.body("{\"a\":1}".getBytes(UTF_16))), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"topic\":\"a\",\"role\":\"admin\"}",
        "{\"tenant\":{\"a\":[1]},\"topic\":\"a\"}"
      })
  void anUnknownFieldIsRefusedWhereItCouldBeAPrivilege(String body) {
    assertProblem(post("/forms/strict", body), 422, "invalid-body");
    assertThat(post("/forms/lenient", body).getStatusCode()).isEqualTo(200);
  }

  @Test
  void aBodyBeyondTheFunctionsLimitIsTooLarge() {
    var fits = "{\"a\":1" + " ".repeat(DEFAULT_LIMIT - 7) + "}";

    assertThat(post("/forms/any", fits).getStatusCode()).isEqualTo(200);
    assertProblem(post("/forms/any", fits + " "), 413, "body-too-large");
    assertProblem(
        call(
            ApiEvent.post("/forms/any")
                .header("content-type", "application/json")
                .body((fits + " ").getBytes(UTF_8))),
        413,
        "body-too-large");
  }

  @Test
  void bytesCountAndNotCharacters() {
    assertThat(post("/forms/short", "{\"é\":12} ").getStatusCode()).isEqualTo(200);
    assertProblem(post("/forms/short", "{\"éé\":12}"), 413, "body-too-large");
  }

  @Test
  void aRouteMayDeclareItsOwnLimit() {
    var event = ApiEvent.post("/forms/bytes").header("content-type", "image/png");

    assertThat(call(event.body(new byte[2_000_000])).getStatusCode()).isEqualTo(200);
    assertProblem(call(event.body(new byte[2_000_001])), 413, "body-too-large");
  }

  @Test
  void aRouteForBytesTakesThemAsTheyAre() {
    var event = ApiEvent.post("/forms/bytes").header("content-type", "application/json");

    assertThat(call(event.body("{\"a\":1,\"a\":2}")).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/html"})
  void anotherContentTypeIsRefused(String type) {
    var event = ApiEvent.post("/forms/strict").header("content-type", type);

    assertProblem(call(event.body("{\"topic\":\"a\"}")), 415, "unsupported-media-type");
  }

  @Test
  void whatSaysBase64AndIsNoneIsRefused() {
    var event = ApiEvent.post("/forms/any").header("content-type", "application/json").event();
    event.setBody("%%%");
    event.setIsBase64Encoded(true);

    assertProblem(FUNCTION.handleRequest(event, new FakeContext()), 400, "bad-request");
  }

  @Test
  void longAddressesAreRefused() {
    assertProblem(call(ApiEvent.get("/" + "a".repeat(2_048))), 414, "uri-too-long");
    assertProblem(
        call(ApiEvent.get("/echo/query").query("one", "a".repeat(4_096))), 414, "uri-too-long");
    var many = ApiEvent.get("/echo/query").query("one", "1");
    IntStream.range(0, 100).forEach(i -> many.query("p" + i, ""));
    assertProblem(call(many), 414, "uri-too-long");
  }

  @Test
  void aNulInTheQueryIsRefusedByItsName() {
    var answer = call(ApiEvent.get("/echo/query").query("one", "a\u0000b"));

    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.getBody()).contains("\"field\":\"one\"");
  }

  private static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"n" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String topic(String json) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(json).get("topic").asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String type) {
    assertThat(answer.getBody()).contains("\"type\":\"" + type + "\"");
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
  }

  private static APIGatewayV2HTTPResponse post(String path, String body) {
    return call(ApiEvent.post(path).header("content-type", "application/json").body(body));
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return FUNCTION.handleRequest(event.event(), new FakeContext());
  }
}
