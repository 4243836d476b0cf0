package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalogue of problem types: slug, status and what it means. */
record Problems(JsonNode catalogue) {
  private static final String SCHEMA = "#/components/schemas/Problem";

  /** What any operation may answer: everything that no operation names as its own. */
  ObjectNode responses() {
    var responses = Json.MAPPER.createObjectNode();
    responses
        .putObject("Problem")
        .put("description", "A problem document (RFC 9457); its type tells which.")
        .set("content", content());
    return responses;
  }

  /** The responses of an operation with problems of its own, by status. */
  Map<String, ObjectNode> describe(String slugs) {
    var byStatus =
        Arrays.stream(slugs.split(" "))
            .filter(slug -> !slug.isEmpty())
            .collect(Collectors.groupingBy(this::status, TreeMap::new, Collectors.toList()));
    var responses = new TreeMap<String, ObjectNode>();
    byStatus.forEach((status, named) -> {
      var said = named.stream().map(slug -> "`" + slug + "`: " + meaning(slug));
      var response = Json.MAPPER.createObjectNode();
      response.put("description", said.collect(Collectors.joining("\n")));
      response.set("content", content());
      responses.put(status, response);
    });
    return responses;
  }

  private String status(String slug) {
    return type(slug).path("status").asText();
  }

  private String meaning(String slug) {
    return type(slug).path("meaning").asText();
  }

  private JsonNode type(String slug) {
    var type = catalogue.path(slug);
    if (type.isMissingNode()) {
      throw new IllegalStateException("No problem is documented as " + slug);
    }
    return type;
  }

  private static ObjectNode content() {
    var content = Json.MAPPER.createObjectNode();
    content.withObject("/application~1problem+json/schema").put("$ref", SCHEMA);
    return content;
  }
}
