package gantry.precompute;

import gantry.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the pages of a view for all tenants, one process at a time. */
@Singleton
public final class BuildView {
  private static final Logger LOG = LoggerFactory.getLogger(BuildView.class);

  /** By how much a schedule may come too early. */
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final PostgresBuildStore store;
  private final Publishing publishing;
  private final Metrics metrics;
  private final Clock clock;

  BuildView(PostgresBuildStore store, Publishing publishing, Metrics metrics, Clock clock) {
    this.store = store;
    this.publishing = publishing;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What it throws leaves the last good pages as they are. */
  public Build build(View view) {
    return build(view, Instant.parse("9999-01-01T00:00:00Z"));
  }

  /**
   * As often as the view wants, when asked once every {@code pause}: where waiting for the next
   * time would be too late. A schedule that comes twice builds once.
   */
  public Build buildIfDue(View view, Duration pause) {
    return build(view, clock.instant().minus(view.ages().every()).plus(pause).minus(EARLY));
  }

  private Build build(View view, Instant newest) {
    var publisher = publishing.begin(view);
    return switch (store.build(view, clock.instant(), newest)) {
      case Attempt.Built(var pages) -> {
        publisher.accept(pages);
        yield told(view, Build.Done.of(pages));
      }
      case Attempt.Busy _ -> new Build.Busy();
      case Attempt.NotDue _ -> new Build.NotDue();
    };
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
