package gantry.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gantry.local.RunningCloud.Answer;
import gantry.openapi.Example;
import gantry.testing.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes answers into the files of the examples, when it is asked to. */
final class ExampleRecorder {
  private static final boolean ASKED = Boolean.getBoolean("gantry.record");
  private static final int MOST = 8_000;

  private final Path root;
  private final Map<JsonNode, JsonNode> answers = new LinkedHashMap<>();

  ExampleRecorder(Path root) {
    this.root = root;
  }

  /** False when nobody asked. */
  boolean record(Example example, Answer answer) {
    if (ASKED && !answer.text().isEmpty() && answer.text().length() < MOST) {
      var json = RunningCloud.JSON;
      var shown = answer.isJson() ? answer.json() : json.getNodeFactory().textNode(answer.text());
      answers.put(example.json(), shown);
    }
    return ASKED;
  }

  void write() {
    if (ASKED) {
      SourceTree.files(root.resolve("functions")).stream()
          .filter(file -> file.endsWith("src/openapi/examples.json"))
          .forEach(this::write);
    }
  }

  private void write(Path file) {
    try {
      var examples = RunningCloud.JSON.readTree(file.toFile());
      var lines =
          Stream.of(examples)
              .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
              .map(example -> "  " + answered((ObjectNode) example));
      Files.writeString(file, lines.collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode answered(ObjectNode example) {
    var answer = answers.get(example);
    return answer == null ? example : example.deepCopy().set("answer", answer);
  }
}
