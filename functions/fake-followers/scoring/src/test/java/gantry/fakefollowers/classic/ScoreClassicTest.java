package gantry.fakefollowers.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gantry.fakefollowers.TestRows;
import gantry.fakefollowers.names.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ScoreClassicTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BY_THE_LIST = List.of("indian_name_score", "score_80");

  @Test
  void fourteenFieldsEqualTheOriginalsOnEveryRow() {
    var scorer = new ScoreClassic(new Lexicon(TestRows.lines("mini-names.txt")));

    assertThat(TestRows.json("golden.jsonl"))
        .hasSize(1082)
        .allSatisfy(row -> {
          var fields = score(scorer, row);
          var expected = ((ObjectNode) row.get("out").deepCopy()).remove(BY_THE_LIST);
          assertThat(differences(fields, expected)).as(row.toString()).isEmpty();
        });
  }

  @Test
  void theNameScoreEqualsTheOriginalsWithASmallList() {
    var scorer = new ScoreClassic(new Lexicon(TestRows.lines("mini-names.txt")));

    assertThat(TestRows.json("golden.jsonl"))
        .allSatisfy(row ->
            assertThat(score(scorer, row).get("indian_name_score").asDouble())
                .as(row.toString())
                .isEqualTo(row.get("indian_name_score_mini").asDouble()));
  }

  /** The list has no licence and cannot stand here: -Dnames.list names the file. */
  @Test
  @EnabledIfSystemProperty(named = "names.list", matches = ".+")
  void allSixteenFieldsEqualTheOriginalsWithItsOwnList() throws Exception {
    var names = Files.readAllLines(Path.of(System.getProperty("names.list")));
    var scorer = new ScoreClassic(new Lexicon(names));

    assertThat(TestRows.json("golden.jsonl"))
        .allSatisfy(row ->
            assertThat(differences(score(scorer, row), row.get("out")))
                .as(row.toString())
                .isEmpty());
  }

  private static JsonNode score(ScoreClassic scorer, JsonNode row) {
    return JSON.valueToTree(
        scorer.score(row.get("follower_handle").asText(), row.get("follower_full_name").asText()));
  }

  /** Numbers to the last bit, 1 and 1.0 being one number. */
  private static List<String> differences(JsonNode fields, JsonNode expected) {
    var differences = new ArrayList<String>();
    var names = new TreeSet<String>();
    expected.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      var same =
          expected.get(name).isNumber()
              ? fields.get(name).asDouble() == expected.get(name).asDouble()
              : fields.get(name).equals(expected.get(name));
      if (!same) {
        differences.add(name + ": " + fields.get(name) + " not " + expected.get(name));
      }
    }
    return differences;
  }
}
