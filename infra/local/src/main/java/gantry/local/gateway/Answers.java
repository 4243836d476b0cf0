package gantry.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.function.InvocationOutcome;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads what a function returned as an answer of payload format 2.0, its shorthand included. */
final class Answers {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Answers() {}

  static Answer of(InvocationOutcome outcome) {
    return switch (outcome) {
      case Failed _ -> Answer.internalError();
      case Returned(var payload) -> read(payload);
    };
  }

  private static Answer read(String payload) {
    try {
      var result = MAPPER.readTree(payload);
      return result.has("statusCode") ? full(result) : shorthand(result);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Answer.internalError();
    }
  }

  /** Without a status code the result itself is the body. */
  private static Answer shorthand(JsonNode result) {
    var body = result.isTextual() ? result.textValue() : result.toString();
    return Answer.of(200, body.getBytes(StandardCharsets.UTF_8))
        .with("content-type", "application/json");
  }

  private static Answer full(JsonNode result) {
    var status = result.get("statusCode").asInt();
    require(status >= 100 && status <= 599, "statusCode");
    var answer = Answer.of(status, body(result));
    answer.with("content-type", "text/plain; charset=utf-8");
    addHeaders(answer, result);
    return answer;
  }

  private static byte[] body(JsonNode result) {
    var body = result.path("body");
    require(body.isMissingNode() || body.isNull() || body.isValueNode(), "body");
    var text = body.asText("");
    return result.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static void addHeaders(Answer answer, JsonNode result) {
    var headers = result.path("headers");
    require(headers.isMissingNode() || headers.isNull() || headers.isObject(), "headers");
    headers
        .properties()
        .forEach(header -> answer.with(header.getKey(), header.getValue().asText()));
    var multiple = result.path("multiValueHeaders");
    multiple
        .properties()
        .forEach(header -> answer.headers().put(header.getKey(), texts(header.getValue())));
    var cookies = texts(result.path("cookies"));
    if (!cookies.isEmpty()) {
      answer.headers().put("set-cookie", cookies);
    }
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void require(boolean holds, String field) {
    if (!holds) {
      throw new IllegalArgumentException("malformed " + field);
    }
  }
}
