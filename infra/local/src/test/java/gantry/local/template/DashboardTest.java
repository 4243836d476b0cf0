package gantry.local.template;

import static gantry.local.template.RawTemplate.map;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard shows what the code writes, and alarms ring on nothing else. */
class DashboardTest {
  private static final Path ROOT = Path.of("../..");

  /** Two stacks of one account never count together. */
  private static final Map<String, String> STACK_NAMESPACE =
      Map.of("Fn::Sub", "Gantry/${AWS::StackName}");

  private static final Pattern METRIC = Pattern.compile("MetricName=\\\\?\"(\\w+)");

  @Test
  void everyMetricOfOursOnTheDashboardIsWritten() throws IOException {
    var widgets = dashboard().path("widgets");

    var shown =
        widgets
            .valueStream()
            .flatMap(widget -> widget.at("/properties/metrics").valueStream())
            .flatMap(DashboardTest::ours)
            .collect(toSet());

    assertThat(shown).hasSizeGreaterThan(20).allMatch(written()::contains);
  }

  @Test
  void everyMetricOfOursWithAnAlarmIsWritten() throws IOException {
    var template = RawTemplate.read(ROOT.resolve("template.yaml"));

    var rung =
        template
            .ids("AWS::CloudWatch::Alarm")
            .map(template::properties)
            .filter(alarm -> STACK_NAMESPACE.equals(alarm.get("Namespace")))
            .map(alarm -> String.valueOf(alarm.get("MetricName")));

    assertThat(rung).isNotEmpty().allMatch(written()::contains);
  }

  /** Quotes ask for the whole value; of queues and functions only the beginning is known. */
  @Test
  void onlyWholeValuesAreSearchedInQuotes() throws IOException {
    var searches = dashboard().findValuesAsText("expression");

    assertThat(searches)
        .hasSizeGreaterThan(10)
        .allSatisfy(search ->
            assertThat(search.replaceAll("(MetricName=|status=|\\{)\"[\\w/${}]+\"", ""))
                .doesNotContain("\""));
  }

  private static Stream<String> ours(JsonNode metric) {
    var first = metric.path(0);
    if (first.has("expression")) {
      var search = first.path("expression").asText();
      return search.contains("{\"Gantry/${StackName}\"")
          ? METRIC.matcher(search).results().map(found -> found.group(1))
          : Stream.empty();
    }
    return first.asText().equals("Gantry/${StackName}")
        ? Stream.of(metric.path(1).asText())
        : Stream.empty();
  }

  /** Names in the sources, wherever a metric's name could stand. */
  private static Set<String> written() {
    var names = Pattern.compile("\"([A-Z]\\w+)\"");
    return Stream.of("shared", "functions")
        .flatMap(folder -> SourceTree.files(ROOT.resolve(folder)).stream())
        .filter(file -> file.toString().contains("/src/main/java/"))
        .filter(file -> file.toString().endsWith(".java"))
        .flatMap(file -> names.matcher(text(file)).results())
        .map(found -> found.group(1))
        .collect(toSet());
  }

  private static JsonNode dashboard() throws JsonProcessingException {
    var stack = RawTemplate.read(ROOT.resolve("infra/stacks/dashboard.yaml"));
    var body = map(stack.properties("Dashboard"), "DashboardBody").get("Fn::Sub");
    return new ObjectMapper().readTree(String.valueOf(body));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
