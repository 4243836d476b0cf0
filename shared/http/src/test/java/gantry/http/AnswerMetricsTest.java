package gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.lambda.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class AnswerMetricsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AnswerMetrics metrics =
      new AnswerMetrics(new Metrics(new PrintStream(written, true, UTF_8), Clock.systemUTC()));

  @Test
  void anAnswerIsCountedByItsRouteAndNotByItsPath() {
    metrics.answered("GET /v1/payments/{id}", 404, System.nanoTime());

    assertThat(written.toString(UTF_8))
        .contains("\"route\":\"GET /v1/payments/{id}\",\"status\":\"4xx\",\"HttpLatency\":");
  }

  @Test
  void anEventWithoutARouteIsCountedToo() {
    metrics.answered(null, 200, System.nanoTime());

    assertThat(written.toString(UTF_8)).contains("\"route\":\"none\"");
  }
}
