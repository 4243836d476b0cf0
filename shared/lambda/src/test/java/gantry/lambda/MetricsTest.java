package gantry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.lambda.Metrics.Unit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    metrics.count("Seen", Map.of("kind", "a\"b\\c\nd"));

    assertThat(written.toString(UTF_8)).contains("\"kind\":\"a\\\"b\\\\c\\u000ad\"");
  }
}
