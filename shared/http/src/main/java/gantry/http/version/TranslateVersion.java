package gantry.http.version;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import gantry.http.GatewayEvent;
import gantry.http.input.JsonBounds;
import gantry.problem.Problem;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Takes the bodies of a request and its answer through the steps between two versions. */
@Singleton
final class TranslateVersion {
  private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

  private final JsonMapper json;

  TranslateVersion(JsonMapper json) {
    this.json = json;
  }

  /** A body that is no JSON within bounds stays as it is, and is refused further in. */
  void upgrade(APIGatewayV2HTTPEvent event, List<OlderVersion> steps, String path) {
    var body = body(event);
    if (JsonBounds.hold(body)) {
      var tree = read(body);
      for (var step : steps) {
        tree = step.upgrade(tree, path);
      }
      event.setBody(write(tree));
      event.setIsBase64Encoded(false);
    }
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    try {
      return GatewayEvent.body(event);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Problems are the same in every version. */
  void downgrade(APIGatewayV2HTTPResponse answer, List<OlderVersion> steps, String path) {
    if (answer.getStatusCode() / 100 == 2 && isJson(answer)) {
      var tree = read(answer.getBody().getBytes(UTF_8));
      for (var step : steps.reversed()) {
        tree = step.downgrade(tree, path);
      }
      answer.setBody(write(tree));
    }
  }

  APIGatewayV2HTTPResponse problem(int status, String slug, String title) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("Content-Type", Problem.MEDIA_TYPE))
        .withBody(write(new Problem(slug, title, status, null, List.of())))
        .build();
  }

  private static boolean isJson(APIGatewayV2HTTPResponse answer) {
    var type = answer.getHeaders() == null ? null : answer.getHeaders().get("Content-Type");
    return type != null
        && type.startsWith(MediaType.APPLICATION_JSON)
        && !answer.getIsBase64Encoded()
        && answer.getBody() != null
        && !answer.getBody().isEmpty();
  }

  private JsonNode read(byte[] body) {
    try {
      var tree = json.readValue(body, TREE);
      return tree == null ? JsonNode.nullNode() : tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
