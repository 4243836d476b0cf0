package gantry.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.local.function.FakeFunction;
import gantry.local.template.HttpApi;
import gantry.local.template.HttpApi.Cors;
import gantry.local.template.RouteEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final String ORIGIN = "http://localhost:3000";

  private final FakeFunction function = new FakeFunction();
  private final FakeFunction authorizer =
      new FakeFunction()
          .answering("{\"isAuthorized\":true,\"context\":{\"sub\":\"u1\",\"exp\":7}}");
  private final HttpClient client = HttpClient.newHttpClient();
  private Gateway gateway;

  @BeforeEach
  void open() throws IOException {
    var api =
        new HttpApi(
            Map.of(
                "Bearer",
                new HttpApi.Authorizer(
                    "Authorizer", List.of("Authorization"), Duration.ofSeconds(60)),
                "Session",
                new HttpApi.Authorizer("Authorizer", List.of("Cookie"), Duration.ZERO)),
            Optional.of(
                new Cors(
                    List.of(ORIGIN),
                    List.of("GET", "POST"),
                    List.of("authorization", "content-type"),
                    List.of("x-request-id"),
                    Optional.of(600),
                    false)));
    var routes =
        List.of(
            new RouteEvent("Function", "ANY", "/open/{id}", Optional.empty()),
            new RouteEvent("Function", "GET", "/closed", Optional.of("Bearer")),
            new RouteEvent("Function", "GET", "/session", Optional.of("Session")));
    var served =
        new Api(
            api, routes, name -> name.equals("Function") ? function : authorizer, "eu-central-1");
    gateway = new Gateway(0, served, exchange -> exchange.close());
  }

  @AfterEach
  void close() {
    gateway.close();
    client.close();
  }

  @Test
  void theEventIsPayloadTwo() {
    send(
        request("/open/a%20b?x=1&x=2&y=%C3%A9")
            .header("X-Thing", "one")
            .header("X-Thing", "two")
            .header("Cookie", "a=1; b=2")
            .header("User-Agent", "test")
            .GET());

    var event = function.onlyEvent();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("ANY /open/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/open/a b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9");
    assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("1,2");
    assertThat(event.at("/queryStringParameters/y").asText()).isEqualTo("é");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b");
    assertThat(event.at("/headers/x-thing").asText()).isEqualTo("one,two");
    assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/headers").has("cookie")).isFalse();
    assertThat(event.at("/cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.has("body")).isFalse();
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    var context = event.path("requestContext");
    assertThat(context.at("/http/method").asText()).isEqualTo("GET");
    assertThat(context.at("/http/path").asText()).isEqualTo("/open/a b");
    assertThat(context.at("/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.at("/http/userAgent").asText()).isEqualTo("test");
    assertThat(context.at("/stage").asText()).isEqualTo("$default");
    assertThat(context.at("/requestId").asText()).isNotEmpty();
    assertThat(context.at("/timeEpoch").asLong()).isPositive();
    assertThat(context.at("/time").asText()).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:[\\d:]+ \\+0000");
  }

  @Test
  void cookiesIdentifyACallerAndNothingIsRemembered() {
    var withCookies = request("/session").header("Cookie", "a=1; b=2").GET();

    assertMessage(send(request("/session").GET()), 401, "Unauthorized");
    assertThat(send(withCookies).statusCode()).isEqualTo(200);
    assertThat(send(withCookies).statusCode()).isEqualTo(200);
    assertThat(authorizer.events()).hasSize(2);
    assertThat(authorizer.events().getFirst().path("cookies").toString())
        .isEqualTo("[\"a=1\",\"b=2\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=utf-8, false",
    "text/plain, false",
    "application/xml, false",
    "application/vnd.api+json, true",
    "application/x-www-form-urlencoded, true",
    "application/octet-stream, true",
  })
  void onlyTextTypesArriveAsText(String contentType, boolean base64) {
    send(post("/open/1", BodyPublishers.ofString("hi")).header("content-type", contentType));

    assertThat(function.onlyEvent().path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    assertThat(function.onlyEvent().path("body").asText()).isEqualTo(base64 ? "aGk=" : "hi");
  }

  @Test
  void bytesThatAreNoTextArriveAsBase64() {
    var bytes = new byte[] {(byte) 0xff, 0, 1};
    send(
        post("/open/1", BodyPublishers.ofByteArray(bytes))
            .header("content-type", "application/json"));

    assertThat(function.onlyEvent().path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(function.onlyEvent().path("body").asText()).isEqualTo("/wAB");
  }

  @Test
  void anAnswerHasItsStatusHeadersCookiesAndBytes() {
    function.answering(
        """
        {"statusCode":201,"headers":{"X-One":"1","content-type":"image/png"},
         "cookies":["a=1","b=2"],"body":"/wAB","isBase64Encoded":true}\
        """);

    var response = sendForBytes(request("/open/1").GET());

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-one")).contains("1");
    assertThat(response.headers().firstValue("content-type")).contains("image/png");
    assertThat(response.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
    assertThat(response.body()).containsExactly(0xff, 0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'\"hello\"' | hello", "'{\"a\":1}' | {\"a\":1}", "[1] | [1]"})
  void aResultWithoutStatusIsTheBody(String result, String body) {
    function.answering(result);

    var response = send(request("/open/1").GET());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\":\"soon\"}",
        "{\"statusCode\":200,\"headers\":[1]}",
        "{\"statusCode\":200,\"body\":{\"a\":1}}",
        "not json",
      })
  void aMalformedAnswerIsAnInternalError(String result) {
    function.answering(result);

    assertMessage(send(request("/open/1").GET()), 500, "Internal Server Error");
  }

  @Test
  void aFailedFunctionIsAnInternalError() {
    function.behaving(_ -> {
      throw new IllegalStateException("secret detail");
    });

    assertMessage(send(request("/open/1").GET()), 500, "Internal Server Error");
  }

  @Test
  void aPathWithoutRouteIsNotFound() {
    assertMessage(send(request("/nowhere").GET()), 404, "Not Found");
  }

  @Test
  void aBodyBeyondTenMegabytesIsRefused() {
    var body = BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]);

    assertMessage(send(post("/open/1", body)), 413, "Request Entity Too Large");
    assertThat(function.events()).isEmpty();
  }

  @Test
  void headGetsTheHeadersOfTheBodyWithoutIt() {
    function.answering("{\"statusCode\":200,\"body\":\"hello\"}");

    var response = send(request("/open/1").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-length")).contains("5");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void aClosedRouteWithoutTokenIsUnauthorized() {
    assertMessage(send(request("/closed").GET()), 401, "Unauthorized");
    assertThat(authorizer.events()).isEmpty();
  }

  @Test
  void aRefusedTokenIsForbidden() {
    authorizer.answering("{\"isAuthorized\":false}");

    assertMessage(send(withToken("t1")), 403, "Forbidden");
    assertThat(function.events()).isEmpty();
  }

  @Test
  void aBrokenAuthorizerIsAnInternalError() {
    authorizer.answering("{\"isAuthorized\":\"perhaps\"}");

    assertMessage(send(withToken("t1")), 500, "Internal Server Error");
  }

  @Test
  void theAuthorizersContextReachesTheFunction() {
    send(withToken("t1"));

    var asked = authorizer.onlyEvent();
    assertThat(asked.path("type").asText()).isEqualTo("REQUEST");
    assertThat(asked.path("identitySource").toString()).isEqualTo("[\"Bearer t1\"]");
    assertThat(asked.path("routeArn").asText()).endsWith("/$default/GET/closed");
    JsonNode context = function.onlyEvent().at("/requestContext/authorizer/lambda");
    assertThat(context.path("sub").asText()).isEqualTo("u1");
    assertThat(context.path("exp").isNumber()).isTrue();
  }

  @Test
  void aVerdictIsKeptPerIdentity() {
    send(withToken("t1"));
    send(withToken("t1"));
    send(withToken("t2"));

    assertThat(function.events()).hasSize(3);
    assertThat(authorizer.events()).hasSize(2);
  }

  @Test
  void preflightsAreAnsweredByTheGateway() {
    var response = send(preflight(ORIGIN));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "access-control-allow-origin")).contains(ORIGIN);
    assertThat(header(response, "access-control-allow-methods")).contains("GET,POST");
    assertThat(header(response, "access-control-allow-headers"))
        .contains("authorization,content-type");
    assertThat(header(response, "access-control-max-age")).contains("600");
    assertThat(function.events()).isEmpty();
  }

  @Test
  void aForeignOriginIsAllowedNothing() {
    var response = send(preflight("http://evil.example"));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "access-control-allow-origin")).isEmpty();
  }

  @Test
  void theGatewaysCorsReplacesTheFunctions() {
    function.answering(
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\",\"access-control-x\":\"1\"}}");

    var own = send(request("/open/1").header("Origin", ORIGIN).GET());
    var foreign = send(request("/open/1").header("Origin", "http://evil.example").GET());

    assertThat(own.headers().allValues("access-control-allow-origin")).containsExactly(ORIGIN);
    assertThat(header(own, "access-control-expose-headers")).contains("x-request-id");
    assertThat(header(own, "access-control-x")).isEmpty();
    assertThat(header(foreign, "access-control-allow-origin")).isEmpty();
  }

  @Test
  void optionsWithoutOriginIsARequestLikeAnyOther() {
    send(request("/open/1").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(function.onlyEvent().at("/requestContext/http/method").asText())
        .isEqualTo("OPTIONS");
  }

  private HttpRequest.Builder withToken(String token) {
    return request("/closed").header("Authorization", "Bearer " + token).GET();
  }

  private HttpRequest.Builder preflight(String origin) {
    return request("/closed")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "GET")
        .method("OPTIONS", BodyPublishers.noBody());
  }

  private HttpRequest.Builder post(String path, BodyPublisher body) {
    return request(path).POST(body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(20)).build(), body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<String> header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name);
  }

  private static void assertMessage(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }
}
