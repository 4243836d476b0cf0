package gantry.tokenscan.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.providers.Json;
import gantry.tokenscan.facts.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"1\"' | YES",
        "1 | YES",
        "true | YES",
        "'\"0\"' | NO",
        "0 | NO",
        "false | NO",
        "'\"\"' | UNKNOWN",
        "null | UNKNOWN",
        "'\"2\"' | UNKNOWN",
        "-1 | UNKNOWN",
        "'\"yes\"' | UNKNOWN",
        "'\" 0\"' | UNKNOWN",
        "[] | UNKNOWN",
        "{} | UNKNOWN"
      })
  void onlyAClearYesOrNoIsOne(String json, Truth expected) {
    assertThat(Fields.truth(value(json))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'\"0.05\"' | 0.05", "0 | 0", "'\"1e-3\"' | 0.001", "1.5 | 1.5"})
  void aDecimalIsANumberOfZeroOrMore(String json, String expected) {
    assertThat(Fields.decimal(value(json)))
        .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" \"",
        "null",
        "\"-0.1\"",
        "-1",
        "\"NaN\"",
        "\"Infinity\"",
        "\"0,05\"",
        "\"5%\"",
        "\"1e999\"",
        "\"\u0661\"",
        "true",
        "[]",
        "{}"
      })
  void whatIsNoNumberIsUnknown(String json) {
    assertThat(Fields.decimal(value(json))).isEmpty();
  }

  @Test
  void anAbsentFieldIsUnknown() {
    assertThat(Fields.truth(value("{}").at("missing"))).isEqualTo(Truth.UNKNOWN);
    assertThat(Fields.decimal(value("{}").at("missing"))).isEmpty();
  }

  private static Json value(String json) {
    return Json.read(json.getBytes(UTF_8)).orElseThrow();
  }
}
