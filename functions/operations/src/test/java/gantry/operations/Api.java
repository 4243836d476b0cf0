package gantry.operations;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import java.time.Instant;
import java.util.Map;

/** The module's routes, as the gateway calls them. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LATER = Instant.parse("2030-01-01T00:00:00Z").getEpochSecond();

  private final ApiFunction function;

  public Api(TestModule module) {
    function = new ApiFunction(module.context());
  }

  public APIGatewayV2HTTPResponse call(ApiEvent event) {
    return function.handleRequest(event.event(), new FakeContext());
  }

  public APIGatewayV2HTTPResponse asOperator(ApiEvent event) {
    return call(event.authorizer(caller("admin")));
  }

  public static Map<String, Object> caller(String roles) {
    return caller(roles, "operator-1");
  }

  public static Map<String, Object> caller(String roles, String id) {
    return Map.of("sub", id, "tenant", "t-1", "roles", roles, "exp", LATER);
  }

  public static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return JSON.readTree(answer.getBody());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.getBody(), e);
    }
  }
}
