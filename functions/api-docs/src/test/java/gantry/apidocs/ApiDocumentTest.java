package gantry.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built document has to keep to. */
class ApiDocumentTest {
  private static final Path ROOT = Path.of("../..");
  private static final String TEXT = Resource.json("openapi.json").text();
  private static final JsonNode DOCUMENT = read(TEXT);

  /** An operation by its name. */
  record Operation(String name, String path, JsonNode json) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Operation> operations() {
    return DOCUMENT.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(it ->
                    new Operation(
                        it.getKey() + " " + path.getKey(), path.getKey(), it.getValue())));
  }

  @Test
  void aParserOfOthersFindsNothingToComplainOf() {
    var parsed = new OpenAPIV3Parser().readContents(TEXT);

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(DOCUMENT.path("paths"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var places = new TreeSet<String>();
    Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
        .matcher(TEXT)
        .results()
        .map(found -> found.group(1))
        .forEach(places::add);

    assertThat(places).isNotEmpty().allSatisfy(it -> assertThat(DOCUMENT.at(it)).isNotEmpty());
  }

  @Test
  void clientsCanNameEveryOperation() {
    assertThat(operations().map(it -> it.json().path("operationId").asText()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationSaysWhatItDoesAndShowsIt(Operation operation) {
    assertThat(operation.json().path("summary").asText()).matches("[A-Z].*[.]");
    assertThat(operation.json().path("x-role").asText()).matches("public|user|service|admin");
    assertThat(names(operation.json().path("responses"))).anyMatch(it -> it.startsWith("2"));
    assertThat(names(operation.json().path("responses"))).contains("default");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatIsSentAndAnsweredHasAShape(Operation operation) {
    var contents = new ArrayList<JsonNode>();
    operation.json().path("requestBody").path("content").forEach(contents::add);
    operation.json().path("responses").forEach(it -> it.path("content").forEach(contents::add));

    assertThat(contents).allSatisfy(it -> assertThat(it.path("schema")).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void thePathsParametersAreDescribedAndShown(Operation operation) {
    var named =
        Pattern.compile("\\{(\\w+)}")
            .matcher(operation.path())
            .results()
            .map(found -> found.group(1))
            .toList();

    var described = new ArrayList<String>();
    for (var parameter : operation.json().path("parameters")) {
      if (parameter.path("in").asText().equals("path")) {
        described.add(parameter.path("name").asText());
        assertThat(parameter.path("example").asText()).isNotEmpty().doesNotContain("$");
      }
    }
    assertThat(described).containsExactlyInAnyOrderElementsOf(named);
  }

  /** The code names a problem by its slug, its title beside it. */
  @Test
  void everyProblemOfTheCodeIsDocumentedAndTheReverse() throws IOException {
    var documented = names(DOCUMENT.path("x-problems"));

    assertThat(slugs()).containsAll(documented);
    assertThat(documented).containsAll(answered());
  }

  private static List<String> answered() throws IOException {
    return found("(?:problem|refused)\\(\\s*(?:HttpStatus\\.\\w+,|\\d+,)?\\s*\"([a-z-]+)\"");
  }

  /** Receivers and enumerations make theirs of a constant's name. */
  private static List<String> slugs() throws IOException {
    return Stream.concat(
            found("\"([a-z]+(?:-[a-z]+)*)\"").stream(),
            found("\\b([A-Z]+(?:_[A-Z]+)+)[,;]").stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .toList();
  }

  private static List<String> found(String pattern) throws IOException {
    var compiled = Pattern.compile(pattern);
    var found = new ArrayList<String>();
    for (var folder : List.of("functions", "shared")) {
      try (var files = Files.walk(ROOT.resolve(folder))) {
        for (var file : (Iterable<Path>) files.filter(ApiDocumentTest::isCode)::iterator) {
          compiled
              .matcher(Files.readString(file))
              .results()
              .map(ApiDocumentTest::first)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  private static boolean isCode(Path file) {
    return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode read(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
