package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lambda starts every bean of a function at once, other than tests do: so each is started here. */
class EveryFunctionIT {
  private static final RunningCloud CLOUD = RunningCloud.shared();

  static Stream<String> functions() {
    return StreamSupport.stream(status().spliterator(), false)
        .map(function -> function.path("name").asText());
  }

  /** No event of its own kind: a function may refuse it, but only once it has started. */
  @ParameterizedTest
  @MethodSource("functions")
  void itStarts(String name) {
    var answer = CLOUD.post("/_local/functions/" + name, "{\"Records\":[]}");

    assertThat(answer.text()).doesNotContain("Runtime.");
    assertThat(initMillis(name)).as(answer.text()).isPositive();
  }

  private static long initMillis(String name) {
    return StreamSupport.stream(status().spliterator(), false)
        .filter(function -> function.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("initMs")
        .asLong();
  }

  private static JsonNode status() {
    return CLOUD.get("/_local/status").json().path("functions");
  }
}
