package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Says of values that may be null what Micronaut means and JSON Schema would read otherwise. */
final class Nullables {
  private Nullables() {}

  static void mend(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      mendBoxed(schema.path("type"));
      mendNamed(schema);
    }
    node.forEach(Nullables::mend);
  }

  /** A boxed value is one or null, but no object. */
  private static void mendBoxed(JsonNode types) {
    if (types.size() > 2) {
      Iterator<JsonNode> each = types.elements();
      while (each.hasNext()) {
        if (each.next().asText().equals("object")) {
          each.remove();
        }
      }
    }
  }

  /** Either null or a named schema, where Micronaut writes both. */
  private static void mendNamed(ObjectNode schema) {
    if (schema.path("type").asText().equals("null")
        && schema.remove("allOf") instanceof ArrayNode named) {
      schema.remove("type");
      schema.set("anyOf", named.add(named.objectNode().put("type", "null")));
    }
  }
}
