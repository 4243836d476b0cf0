package gantry.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.testing.FakeContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowApiHandlerTest {
  private static final ShowApiHandler HANDLER = new ShowApiHandler();

  @Test
  void machinesGetTheDocument() {
    var answer = get("/v1/openapi.json", Map.of("x-request-id", "r-1"));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).startsWith("{\"openapi\":\"3.1.0\"");
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "public, max-age=300")
        .containsEntry("X-Request-Id", "r-1");
  }

  @Test
  void whoHasItGetsNothingAgain() {
    var tag = get("/v1/openapi.json", Map.of()).getHeaders().get("ETag");

    var again = get("/v1/openapi.json", Map.of("if-none-match", tag));

    assertThat(again.getStatusCode()).isEqualTo(304);
    assertThat(again.getBody()).isEmpty();
  }

  @Test
  void peopleGetAPageThatMayRunAndLoadNothing() {
    var answer = get("/v1/docs", Map.of());

    assertThat(answer.getHeaders().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(answer.getBody())
        .startsWith("<!doctype html>")
        .contains("<code>/v1/roadmaps/{id}</code>")
        .doesNotContain("<script", "src=", " style=", "@import", "url(");
  }

  private static APIGatewayV2HTTPResponse get(String path, Map<String, String> headers) {
    var event = APIGatewayV2HTTPEvent.builder().withRawPath(path).withHeaders(headers).build();
    return HANDLER.handleRequest(event, new FakeContext());
  }
}
