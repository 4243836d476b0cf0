package gantry.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void numbersAreExact() {
    var json =
        read(
            """
            {"wei":115792089237316195423570985008687907853269984665640564039457584007913129639935,
             "price":0.1000000000000000055511151231257827}\
            """);

    assertThat(json.at("wei").integer()).contains(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    assertThat(json.at("price").number())
        .contains(new BigDecimal("0.1000000000000000055511151231257827"));
    assertThat(json.at("price").integer()).isEmpty();
  }

  @Test
  void absentIsNotNull() {
    var json = read("{\"result\":null,\"list\":[1]}");

    assertThat(json.at("result").isNull()).isTrue();
    assertThat(json.at("result").isAbsent()).isFalse();
    assertThat(json.at("other").isAbsent()).isTrue();
    assertThat(json.at("other", "deeper").at(3).isAbsent()).isTrue();
    assertThat(json.at("list").at(1).isAbsent()).isTrue();
  }

  @Test
  void valuesKeepTheirType() {
    var json = read("{\"text\":\"1\",\"number\":1,\"flag\":true,\"list\":[\"a\",2]}");

    assertThat(json.at("text").text()).contains("1");
    assertThat(json.at("number").text()).isEmpty();
    assertThat(json.at("number").scalar()).contains("1");
    assertThat(json.at("flag").flag()).contains(true);
    assertThat(json.at("list").items()).hasSize(2);
    assertThat(json.members()).containsOnlyKeys("text", "number", "flag", "list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "nul",
        "[1,]",
        "<html>",
        "1e999999999",
        "1e-99999",
        "NaN"
      })
  void brokenDocumentsAreNone(String text) {
    assertThat(Json.read(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void depthAndEncodingAreBounded() {
    assertThat(Json.read("[".repeat(65).concat("]".repeat(65)).getBytes(UTF_8))).isEmpty();
    assertThat(Json.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isEmpty();
  }

  @Test
  void documentsAreWritten() {
    var tree = new TreeMap<String, Object>();
    tree.put("list", Arrays.asList("a\"", 1, null, true));
    tree.put("map", Map.of("wei", BigInteger.TWO.pow(70)));

    assertThat(Json.write(tree))
        .isEqualTo("{\"list\":[\"a\\\"\",1,null,true],\"map\":{\"wei\":1180591620717411303424}}");
    assertThat(Json.write(List.of(1.5))).isEqualTo("[1.5]");
  }

  private static Json read(String text) {
    return Json.read(text.getBytes(UTF_8)).orElseThrow();
  }
}
