package gantry.postgres;

import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports each statement that took {@code DATABASE_SLOW_QUERY} or longer: its text, no value. */
@Singleton
final class SlowQueries {
  private static final Logger LOG = LoggerFactory.getLogger(SlowQueries.class);

  private final Metrics metrics;
  private final long threshold;

  SlowQueries(Metrics metrics, DatabaseConfig config) {
    this.metrics = metrics;
    this.threshold = config.slowQuery().toNanos();
  }

  void ran(String sql, long nanos) {
    if (nanos >= threshold) {
      var took = Duration.ofNanos(nanos).toMillis();
      metrics.record("DatabaseSlowQuery", Unit.MILLISECONDS, (double) took, Map.of());
      LOG.warn("A statement took {} ms: {}", took, SqlText.normalised(sql));
    }
  }
}
