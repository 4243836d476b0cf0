package gantry.fakefollowers.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.fakefollowers.TestRows;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** Against what RapidFuzz said, to the last bit. */
class FuzzScoresTest {
  @Test
  void theRatioIsRapidFuzzs() {
    check("ratio", Ratio::of);
  }

  @Test
  void thePartialRatioIsRapidFuzzs() {
    check("partial_ratio", PartialRatio::of);
  }

  @Test
  void theTokenSortRatioIsRapidFuzzs() {
    check("token_sort_ratio", Tokens::sortRatio);
  }

  @Test
  void theTokenSetRatioIsRapidFuzzs() {
    check("token_set_ratio", Tokens::setRatio);
  }

  private static void check(String field, ToDoubleBiFunction<String, String> scorer) {
    assertThat(TestRows.json("golden-fuzz.jsonl"))
        .hasSize(2714)
        .allSatisfy(row ->
            assertThat(scorer.applyAsDouble(text(row, "a"), text(row, "b")))
                .as(row.toString())
                .isEqualTo(row.get(field).asDouble()));
  }

  private static String text(JsonNode row, String name) {
    return row.get(name).asText();
  }
}
