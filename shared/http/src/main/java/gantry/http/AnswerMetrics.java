package gantry.http;

import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each route answers and how long that takes: {@code HttpLatency}, whose sample count is the
 * number of answers. The route is the gateway's, {@code GET /v1/payments/{id}}, never a path.
 */
@Singleton
final class AnswerMetrics {
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final Metrics metrics;

  AnswerMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  void answered(@Nullable String route, int status, long start) {
    var dimensions = Map.of("route", route == null ? "none" : route, "status", status / 100 + "xx");
    var took = Math.round((System.nanoTime() - start) / NANOS_PER_MILLI);
    metrics.record("HttpLatency", Unit.MILLISECONDS, (double) took, dimensions);
  }
}
