package gantry.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one module has to say: what its code tells, laid over by what code cannot tell, and
 * examples.
 */
public record Part(String tag, ObjectNode document, List<Example> examples) {
  private static final String SOURCES = "src/openapi";
  private static final List<String> CALLER = List.of("Caller", "Role");
  private static final String EXAMPLES = "examples.json";

  /**
   * All modules below {@code functions} with a {@code src/openapi}, in the order of their names.
   */
  public static List<Part> all(Path root) {
    try (var folders = Files.walk(root.resolve("functions"), 3)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve(SOURCES)))
          .sorted()
          .map(folder -> of(root.relativize(folder), folder))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Part of(Path name, Path folder) {
    var document = Json.MAPPER.createObjectNode();
    for (var file : List.of("target/openapi.json", SOURCES + "/overlay.json")) {
      if (Json.read(folder.resolve(file)) instanceof ObjectNode read) {
        Json.lay(read, document);
      }
    }
    // Who calls is in the token, not in what is sent.
    document.withObject("/components/schemas").remove(CALLER);
    return new Part(name.getName(1).toString(), document, examples(folder.resolve(SOURCES)));
  }

  private static List<Example> examples(Path sources) {
    return stream(Json.read(sources.resolve(EXAMPLES)))
        .map(json -> new Example((ObjectNode) json))
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
