package gantry.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
  private static final Problems PROBLEMS =
      new Problems(json("{'own-thing': {'status': 409, 'meaning': 'It is your own.'}}"));

  @Test
  void partsMayNameTheirSchemasAlike() {
    var merged = merged(part("one", "/v1/ones"), part("two", "/v1/twos"));

    assertThat(merged.at("/components/schemas").properties())
        .extracting(Map.Entry::getKey)
        .contains("one.Thing", "two.Thing");
    assertThat(merged.at("/paths/~1v1~1twos/get").toString())
        .contains("#/components/schemas/two.Thing");
  }

  @Test
  void whoCallsIsNoPartOfTheBody() {
    var operation = merged(part("one", "/v1/ones")).at("/paths/~1v1~1ones/get");

    assertThat(operation.has("requestBody")).isFalse();
    assertThat(operation.path("parameters")).isEmpty();
  }

  @Test
  void problemsOfItsOwnHaveTheirStatus() {
    var responses = merged(part("one", "/v1/ones")).at("/paths/~1v1~1ones/get/responses");

    assertThat(responses.at("/409/description").asText()).isEqualTo("`own-thing`: It is your own.");
    assertThat(responses.has(AnswersMapper.PROBLEMS)).isFalse();
  }

  @Test
  void aBareArrayIsAListsPage() {
    var schema =
        merged(part("one", "/v1/ones"))
            .at("/paths/~1v1~1ones/get/responses/200/content/application~1json/schema");

    assertThat(schema.at("/properties/items/type").asText()).isEqualTo("array");
    assertThat(schema.at("/properties").has("nextCursor")).isTrue();
  }

  @Test
  void aValueThatMayBeNullIsOneOrNull() {
    var thing = merged(part("one", "/v1/ones")).at("/components/schemas/one.Thing/properties");

    assertThat(thing.path("count").toString()).isEqualTo("{\"type\":[\"integer\",\"null\"]}");
    assertThat(thing.path("owner").toString())
        .isEqualTo(
            "{\"anyOf\":[{\"$ref\":\"#/components/schemas/one.Owner\"},{\"type\":\"null\"}]}");
  }

  @Test
  void anExampleNamesWhatAnEarlierOneAnswered() {
    var first = example("{'operation':'GET /v1/ones','answer':{'id':'7'},'keep':{'one':'/id'}}");
    var second = example("{'operation':'GET /v1/twos','as':'user','headers':{'x-one':'${one}'}}");

    var merged = merged(part("one", "/v1/ones", first), part("two", "/v1/twos", second));

    assertThat(merged.at("/paths/~1v1~1twos/get/parameters/0/example").asText()).isEqualTo("7");
    assertThat(merged.at("/paths/~1v1~1ones/get/security")).isEmpty();
  }

  @Test
  void anExampleOfNothingStopsTheBuild() {
    var example = example("{'operation':'GET /v1/nothing'}");

    assertThatThrownBy(() -> merged(part("one", "/v1/ones", example)))
        .hasMessageContaining("GET /v1/nothing");
  }

  private static ObjectNode merged(Part... parts) {
    return MergedDocument.of(Json.MAPPER.createObjectNode(), List.of(parts), PROBLEMS);
  }

  private static Part part(String tag, String path, Example... examples) {
    var document =
        json(
            """
            {'paths': {'%s': {'get': {
              'parameters': [{'name': 'caller', 'in': 'query'}],
              'requestBody': {'content': {'*/*': {'schema': {'properties': {'caller': {}}}}}},
              'responses': {
                '200': {'content': {'application/json': {'schema': {
                  'type': 'array', 'items': {'$ref': '#/components/schemas/Thing'}}}}},
                '4XX': {'description': 'own-thing'}}}}},
             'components': {'schemas': {'Thing': {'type': 'object', 'properties': {
               'count': {'type': ['integer', 'null', 'object']},
               'owner': {'type': 'null', 'allOf': [{'$ref': '#/components/schemas/Owner'}]}}}}}}
            """
                .formatted(path));
    return new Part(tag, (ObjectNode) document, Arrays.asList(examples));
  }

  private static Example example(String text) {
    return new Example((ObjectNode) json(text));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
