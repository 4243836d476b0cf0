package gantry.postgres;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import java.time.Duration;
import java.util.Map;

/** Tells what a pool makes callers wait for; a pool at ease says nothing. */
record PoolMetrics(Metrics metrics, String pool) implements IMetricsTracker {
  private static final Duration WORTH_TELLING = Duration.ofMillis(100);

  @Override
  public void recordConnectionCreatedMillis(long took) {
    metrics.record("DatabaseConnected", Unit.MILLISECONDS, (double) took, dimensions());
  }

  @Override
  public void recordConnectionAcquiredNanos(long took) {
    if (took >= WORTH_TELLING.toNanos()) {
      var millis = Duration.ofNanos(took).toMillis();
      metrics.record("DatabasePoolWait", Unit.MILLISECONDS, (double) millis, dimensions());
    }
  }

  @Override
  public void recordConnectionTimeout() {
    metrics.count("DatabasePoolTimeout", dimensions());
  }

  private Map<String, String> dimensions() {
    return Map.of("pool", pool);
  }
}
