package gantry.precompute;

import gantry.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the pages of a view for all subjects, one process at a time. */
@Singleton
public final class BuildView {
  private static final Logger LOG = LoggerFactory.getLogger(BuildView.class);

  private final PostgresPageStore store;
  private final Metrics metrics;
  private final Clock clock;

  BuildView(PostgresPageStore store, Metrics metrics, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What it throws leaves the last good pages as they are. */
  public Build build(View view) {
    return store
        .build(view, clock.instant())
        .<Build>map(pages -> told(view, Build.Done.of(pages)))
        .orElseGet(Build.Busy::new);
  }

  private Build told(View view, Build.Done done) {
    if (done.refused() > 0) {
      LOG.error(
          "Nothing for {} pages of {} that had something; they stay", done.refused(), view.name());
      metrics.count("PrecomputeRefused", Map.of("view", view.name()));
    }
    metrics.count("PrecomputeBuilt", Map.of("view", view.name()));
    return done;
  }
}
