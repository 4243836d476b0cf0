package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The parts of all modules as one document. */
final class MergedDocument {
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  private static final String CALLER = "caller";
  private static final String SCHEMAS = "/components/schemas";

  private final ObjectNode document;
  private final Problems problems;

  private MergedDocument(ObjectNode document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  /** The frame holds what is true of the whole API. */
  static ObjectNode of(ObjectNode frame, List<Part> parts, Problems problems) {
    var merged = new MergedDocument(frame.deepCopy(), problems);
    merged.document.withObject("/components/responses").setAll(problems.responses());
    parts.forEach(merged::add);
    new Examples(merged.document).put(parts);
    return merged.document;
  }

  private void add(Part part) {
    for (var schema : part.document().at(SCHEMAS).properties()) {
      document.withObject(SCHEMAS).set(part.tag() + "." + schema.getKey(), tidied(part, schema));
    }
    for (var path : part.document().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          add(part, path.getKey(), operation);
        }
      }
    }
  }

  private void add(Part part, String path, Map.Entry<String, JsonNode> operation) {
    var method = operation.getKey();
    var added = (ObjectNode) tidied(part, operation);
    added.put("operationId", name(method, path));
    added.putArray("tags").add(part.tag());
    if (added.path("description").equals(added.path("summary"))) {
      added.remove("description");
    }
    forgetCaller(added);
    answer(added.withObject("/responses"));
    document.withObject("/paths").withObject("/" + escaped(path)).set(method, added);
  }

  /** Micronaut takes the caller, whom a filter reads from the token, for a part of the body. */
  private static void forgetCaller(ObjectNode operation) {
    var bodies = operation.path("requestBody").path("content");
    for (var types = bodies.elements(); types.hasNext(); ) {
      var content = types.next();
      if (content.at("/schema/allOf/1/properties").has(CALLER)) {
        ((ObjectNode) content).set("schema", content.at("/schema/allOf/0"));
      } else if (content.at("/schema/properties").has(CALLER)) {
        types.remove();
      }
    }
    if (bodies.isEmpty()) {
      operation.remove("requestBody");
    }
    var parameters = operation.path("parameters").elements();
    while (parameters.hasNext()) {
      if (parameters.next().path("name").asText().equals(CALLER)) {
        parameters.remove();
      }
    }
  }

  private void answer(ObjectNode responses) {
    var own = responses.path(AnswersMapper.PROBLEMS).path("description").asText();
    responses.remove(AnswersMapper.PROBLEMS);
    responses
        .properties()
        .forEach(response -> {
          ((ObjectNode) response.getValue()).put("description", Phrases.of(response.getKey()));
          response.getValue().path("content").forEach(MergedDocument::page);
        });
    problems.describe(own).forEach(responses::set);
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  /** No answer is a bare array: it is a list's page. */
  private static void page(JsonNode content) {
    if (content.path("schema").path("type").asText().equals("array")) {
      var page = Json.MAPPER.createObjectNode().put("type", "object");
      page.putArray("required").add("items").add("nextCursor");
      var members = page.putObject("properties");
      members.set("items", content.path("schema"));
      members.putObject("nextCursor").putArray("type").add("string").add("null");
      ((ObjectNode) content).set("schema", page);
    }
  }

  /** Two capabilities may name two things alike. */
  private static JsonNode tidied(Part part, Map.Entry<String, JsonNode> named) {
    var text = named.getValue().toString();
    var tidied =
        Json.parse(text.replace("\"#" + SCHEMAS + "/", "\"#" + SCHEMAS + "/" + part.tag() + "."));
    Nullables.mend(tidied);
    return tidied;
  }

  /** For example {@code getAuditEventsVerification}; a second version says so. */
  private static String name(String method, String path) {
    var name = new StringBuilder(method);
    for (var word : path.replaceFirst("^/v1/", "").split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }
}
