package gantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityHeadersTest {
  private static final ApplicationContext CONTEXT =
      ApplicationContext.run(Map.of("ip.deny", "192.0.2.66"));
  private static final ApiFunction FUNCTION = new ApiFunction(CONTEXT);

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  static Stream<ApiEvent> answersOfEveryKind() {
    return Stream.of(
        ApiEvent.get("/echo/ids"),
        ApiEvent.request("HEAD", "/echo/ids"),
        ApiEvent.get("/nowhere"),
        ApiEvent.request("DELETE", "/echo/ids"),
        ApiEvent.get("/echo/query"),
        ApiEvent.get("/echo/failing"),
        ApiEvent.get("/echo/ids").sourceIp("192.0.2.66"),
        ApiEvent.get("/echo/path/" + "a".repeat(3_000)),
        ApiEvent.get("/v1/notes/1").header("gantry-version", "9"),
        ApiEvent.get("/v1/relics"),
        ApiEvent.post("/v2/notes").header("content-type", "application/json").body("{"),
        ApiEvent.post("/v2/notes").header("content-type", "text/html").body("<p>"));
  }

  @ParameterizedTest
  @MethodSource("answersOfEveryKind")
  void everyAnswerCarriesThem(ApiEvent event) {
    var answer = call(event);

    assertThat(answer.getHeaders())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY")
        .containsKey("X-Request-Id");
    assertThat(answer.getHeaders().get("Permissions-Policy")).contains("camera=()", "payment=()");
  }

  @ParameterizedTest
  @MethodSource("answersOfEveryKind")
  void noneTellsOfTheServerOrAllowsAnOrigin(ApiEvent event) {
    var names = call(event.header("origin", "https://evil.example")).getHeaders().keySet();

    assertThat(names)
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"))
        .doesNotContain("Server", "X-Powered-By");
  }

  @Test
  void aRoutesOwnCachePolicyStays() {
    var answer = call(ApiEvent.get("/echo/cached"));

    assertThat(answer.getHeaders()).containsEntry("Cache-Control", "public, max-age=60");
  }

  private static APIGatewayV2HTTPResponse call(ApiEvent event) {
    return FUNCTION.handleRequest(event.event(), new FakeContext());
  }
}
