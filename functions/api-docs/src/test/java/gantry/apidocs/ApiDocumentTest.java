package gantry.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built document has to keep to. */
class ApiDocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
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
    assertThat(contents(operation)).allSatisfy(it -> assertThat(it.path("schema")).isNotEmpty());
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

  /** What was answered is told in full, and nothing else is. */
  @ParameterizedTest
  @MethodSource("operations")
  void anExampleKeepsToItsSchema(Operation operation) {
    assertThat(contents(operation))
        .filteredOn(content -> content.has("example"))
        .allSatisfy(it -> assertThat(complaints(it)).isEmpty());
  }

  private static List<JsonNode> contents(Operation operation) {
    var contents = new ArrayList<JsonNode>();
    operation.json().path("requestBody").path("content").forEach(contents::add);
    operation.json().path("responses").forEach(it -> it.path("content").forEach(contents::add));
    return contents;
  }

  private static Set<ValidationMessage> complaints(JsonNode content) {
    var schema = JSON.createObjectNode().put("unevaluatedProperties", false);
    schema.putArray("allOf").add(content.path("schema"));
    schema.set("components", DOCUMENT.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema)
        .validate(content.path("example"));
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
