package gantry.local.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Lambda's error document, written and read. */
final class ErrorDocument {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ErrorDocument() {}

  static String of(String type, String message) {
    var error = MAPPER.createObjectNode().put("errorType", type).put("errorMessage", message);
    return error.toString();
  }

  static String type(String error) {
    return field(error, "errorType", "Unhandled");
  }

  static String message(String error) {
    return field(error, "errorMessage", "");
  }

  private static String field(String error, String name, String otherwise) {
    try {
      return MAPPER.readTree(error).path(name).asText(otherwise);
    } catch (JsonProcessingException e) {
      return otherwise;
    }
  }
}
