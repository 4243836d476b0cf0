package gantry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.lambda.Metrics.Unit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics(
          new PrintStream(written, false, UTF_8),
          Clock.fixed(Instant.ofEpochMilli(1790000000000L), ZoneOffset.UTC));

  @Test
  void aCountIsOneEmbeddedMetricLine() {
    metrics.count("WebhookRejected", Map.of("reason", "signature-mismatch", "provider", "stripe"));

    assertThat(written.toString(UTF_8))
        .isEqualTo(
            """
            {"_aws":{"Timestamp":1790000000000,"CloudWatchMetrics":[{"Namespace":"Gantry",\
            "Dimensions":[["provider","reason"],[]],\
            "Metrics":[{"Name":"WebhookRejected","Unit":"Count"}]}]},\
            "provider":"stripe","reason":"signature-mismatch","WebhookRejected":1}
            """);
  }

  @Test
  void aValueKeepsItsUnitAndFraction() {
    metrics.record("OutboxLagSeconds", Unit.SECONDS, 1.5, Map.of());

    assertThat(written.toString(UTF_8))
        .contains("\"Dimensions\":[[]]")
        .contains("\"Unit\":\"Seconds\"")
        .endsWith(",\"OutboxLagSeconds\":1.5}\n");
  }

  @Test
  void textIsEscaped() {
    metrics.count("Seen", Map.of("kind", "a\"b\\c"));

    assertThat(written.toString(UTF_8)).contains("\"kind\":\"a\\\"b\\\\c\"");
  }

  @Test
  void callersCannotMakeMetricsWithoutEnd() {
    for (var i = 0; i < 10_000; i++) {
      metrics.count("HttpLatency", Map.of("route", "/v1/" + i));
    }

    assertThat(dimensionValues()).hasSize(DimensionBounds.MOST_VALUES + 1).contains("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "é", "\ud800"})
  void oddValuesAreOneValue(String value) {
    metrics.count("Seen", Map.of("kind", value));
    metrics.count("Seen", Map.of("kind", "x".repeat(101)));

    assertThat(dimensionValues()).containsExactly("other");
  }

  @Test
  void manyDimensionsAreOurBug() {
    var four = Map.of("a", "1", "b", "1", "c", "1", "d", "1");

    assertThatThrownBy(() -> metrics.count("Seen", four)).hasMessageContaining("Seen");
  }

  private Set<String> dimensionValues() {
    return written
        .toString(UTF_8)
        .lines()
        .map(line -> line.replaceFirst(".*}]},\"\\w+\":\"([^\"]*)\".*", "$1"))
        .collect(Collectors.toSet());
  }
}
