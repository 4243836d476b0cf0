package gantry.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON files, and laying one document over another. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** Missing where there is no such file. */
  static JsonNode read(Path file) {
    try {
      return Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Objects are merged, arrays added to, everything else replaced. */
  static void lay(ObjectNode over, ObjectNode under) {
    for (var member : over.properties()) {
      var known = under.get(member.getKey());
      if (known instanceof ObjectNode object && member.getValue() instanceof ObjectNode added) {
        lay(added, object);
      } else if (known instanceof ArrayNode array && member.getValue() instanceof ArrayNode added) {
        array.addAll(added);
      } else {
        under.set(member.getKey(), member.getValue().deepCopy());
      }
    }
  }
}
