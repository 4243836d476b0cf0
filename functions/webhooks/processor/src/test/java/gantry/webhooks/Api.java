package gantry.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The HTTP functions as callers of tenant {@code t1} see them. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiFunction function;

  public Api(TestProcessor processor) {
    this(processor.context());
  }

  public Api(ApplicationContext context) {
    function = new ApiFunction(context);
  }

  /** An answer's status and its document. */
  public record Answer(int status, JsonNode body, Map<String, String> headers) {
    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  public Answer get(String path, String roles) {
    return call(ApiEvent.get(path), "caller-1", "t1", roles);
  }

  public Answer post(String path, String roles, String body) {
    return send("POST", path, roles, body);
  }

  public Answer send(String method, String path, String roles, String body) {
    var event = ApiEvent.request(method, path).header("content-type", "application/json");
    return call(event.body(body), "caller-1", "t1", roles);
  }

  public Answer call(ApiEvent event, String user, String tenant, String roles) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    event.authorizer(Map.of("sub", user, "tenant", tenant, "roles", roles, "exp", expires));
    var response = function.handleRequest(event.event(), new FakeContext());
    return new Answer(response.getStatusCode(), body(response), response.getHeaders());
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    var body = response.getBody() == null ? "" : response.getBody();
    var bytes =
        response.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
