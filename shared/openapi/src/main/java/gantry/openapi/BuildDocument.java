package gantry.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Writes the API document and its page: {@code BuildDocument <root of the tree> <folder>}. */
public final class BuildDocument {
  private BuildDocument() {}

  /** Reads what the build of every module has left. */
  public static void main(String[] arguments) throws IOException {
    var root = Path.of(arguments[0]);
    var folder = Files.createDirectories(Path.of(arguments[1]));
    var problems = new Problems(resource("problems.json"));
    var frame = (ObjectNode) resource("frame.json");
    frame.set("x-problems", problems.catalogue());
    var document = MergedDocument.of(frame, Part.all(root), problems);
    write(folder.resolve("openapi.json"), document.toString());
    write(folder.resolve("index.html"), new ApiPage(document).html());
  }

  private static JsonNode resource(String name) throws IOException {
    try (InputStream in = BuildDocument.class.getResourceAsStream(name)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in, name));
    }
  }

  /** An unchanged file keeps its time, and the deployable jar with it. */
  private static void write(Path file, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.write(file, bytes);
    }
  }
}
