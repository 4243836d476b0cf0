package gantry.local.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One answer that somebody added: {@code {"request": {"method", "path" or "urlPattern", "query",
 * "body"}, "status", "body", "delayMs"}}. The query names exact values; the body of the request is
 * a JSON value that the real one must contain, or a text that must occur in it.
 */
final class AddedAnswer {
  private static final Set<String> FIELDS = Set.of("request", "status", "body", "delayMs");
  private static final Set<String> REQUEST_FIELDS =
      Set.of("method", "path", "urlPattern", "query", "body");

  private AddedAnswer() {}

  /** The same as a WireMock stub, below the provider's base address and before its own answers. */
  static ObjectNode stub(Provider provider, JsonNode answer) {
    requireOnly(answer, FIELDS);
    requireOnly(answer.path("request"), REQUEST_FIELDS);
    var stub = Json.object().put("priority", 2);
    stub.set("request", request(provider, answer.path("request")));
    stub.set("response", response(answer));
    return stub;
  }

  private static ObjectNode request(Provider provider, JsonNode asked) {
    var request = Json.object().put("method", asked.path("method").asText("ANY"));
    var base = "/" + provider.path;
    if (asked.has("path")) {
      request.put("urlPath", base + asked.path("path").asText());
    } else {
      request.put("urlPathPattern", base + asked.path("urlPattern").asText("(/.*)?"));
    }
    var query = request.putObject("queryParameters");
    asked
        .path("query")
        .properties()
        .forEach(
            entry -> query.putObject(entry.getKey()).put("equalTo", entry.getValue().asText()));
    if (asked.has("body")) {
      request.putArray("bodyPatterns").add(bodyPattern(asked.path("body")));
    }
    return request;
  }

  private static ObjectNode bodyPattern(JsonNode body) {
    var pattern = Json.object();
    if (body.isTextual()) {
      return pattern.put("contains", body.asText());
    }
    pattern.set("equalToJson", body);
    return pattern.put("ignoreExtraElements", true).put("ignoreArrayOrder", true);
  }

  private static ObjectNode response(JsonNode answer) {
    var response = Json.object().put("status", answer.path("status").asInt(200));
    response.putObject("headers").put("Content-Type", "application/json");
    response.put("fixedDelayMilliseconds", answer.path("delayMs").asInt(0));
    var body = answer.path("body");
    if (body.isTextual()) {
      response.put("body", body.asText());
    } else if (!body.isMissingNode()) {
      response.set("jsonBody", body);
    }
    return response;
  }

  private static void requireOnly(JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("An object with " + known + " is needed");
    }
    for (var field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw new IllegalArgumentException("Unknown field " + field.getKey());
      }
    }
  }
}
