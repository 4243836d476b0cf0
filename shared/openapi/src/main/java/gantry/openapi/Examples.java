package gantry.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Puts examples into a document: the first of each operation, with what earlier ones answered. */
record Examples(ObjectNode document) {
  private static final String JSON = "application/json";

  void put(List<Part> parts) {
    var known = new HashMap<String, String>();
    for (var example : parts.stream().flatMap(part -> part.examples().stream()).toList()) {
      put(readable(example.with(known)), operation(example));
      if (!example.answer().isMissingNode()) {
        known.putAll(example.kept(example.answer()));
      }
    }
  }

  /** What no answer tells is shown by its name. */
  private static Example readable(Example example) {
    return new Example((ObjectNode) Json.parse(example.json().toString().replace("${", "{")));
  }

  private ObjectNode operation(Example example) {
    var operation = document.path("paths").path(example.route()).path(key(example));
    if (operation instanceof ObjectNode found) {
      return found;
    }
    throw new IllegalStateException("There is no operation " + example.operation());
  }

  private static String key(Example example) {
    return example.method().toLowerCase(Locale.ROOT);
  }

  private static void put(Example example, ObjectNode operation) {
    if (operation.has("x-role")) {
      return;
    }
    operation.put("x-role", example.role().isEmpty() ? "public" : example.role());
    if (example.role().isEmpty()) {
      operation.putArray("security");
    }
    var parameters = operation.withArray("/parameters");
    put(parameters, "path", example.path());
    put(parameters, "query", example.query());
    put(parameters, "header", example.headers());
    body(example, operation);
    answer(example, operation.withObject("/responses"));
  }

  private static void put(ArrayNode parameters, String in, Map<String, String> values) {
    values.forEach((name, value) -> {
      if (!in.equals("header") || !List.of("content-type", "accept").contains(name)) {
        show(parameter(parameters, in, name), value);
      }
    });
  }

  private static void show(ObjectNode parameter, String value) {
    if (parameter.path("schema").path("type").asText().equals("integer")) {
      parameter.put("example", Long.parseLong(value));
    } else {
      parameter.put("example", value);
    }
  }

  /** Headers are read by filters, which no signature shows. */
  private static ObjectNode parameter(ArrayNode parameters, String in, String name) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .filter(it -> it.path("name").asText().equalsIgnoreCase(name))
        .filter(it -> it.path("in").asText().equals(in))
        .findFirst()
        .map(ObjectNode.class::cast)
        .orElseGet(() -> {
          if (!in.equals("header")) {
            throw new IllegalStateException("No " + in + " parameter is documented as " + name);
          }
          var added = parameters.addObject().put("name", name).put("in", in);
          added.putObject("schema").put("type", "string");
          return added;
        });
  }

  private static void body(Example example, ObjectNode operation) {
    if (!example.body().isMissingNode()) {
      var type = example.headers().getOrDefault("content-type", JSON);
      var content = operation.withObject("/requestBody/content");
      content.withObject("/" + type.replace("/", "~1")).set("example", example.body());
    }
  }

  private static void answer(Example example, ObjectNode responses) {
    var content = responses.path(String.valueOf(example.status())).path("content");
    var shown = content.path(example.headers().getOrDefault("accept", JSON));
    var all = content.properties().stream().map(Map.Entry::getValue).toList();
    var target = shown.isMissingNode() && !all.isEmpty() ? all.getFirst() : shown;
    if (target instanceof ObjectNode object && !example.answer().isMissingNode()) {
      object.set("example", example.answer());
    }
  }
}
