package gantry.resilience;

import gantry.lambda.Metrics;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a change as a metric, as a line of the log, and to whoever listens. */
record ToldChanges(Metrics metrics, CircuitListener listener) implements CircuitListener {
  private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

  @Override
  public void changed(CircuitChange change) {
    var breaker = Map.of("breaker", change.circuit());
    switch (change.state()) {
      case OPEN -> {
        metrics.count("BreakerOpened", breaker);
        LOG.warn("The breaker of {} opened for {}", change.circuit(), change.pause());
      }
      case HALF_OPEN -> {
        metrics.count("BreakerHalfOpened", breaker);
        LOG.info("The breaker of {} lets probes through", change.circuit());
      }
      case CLOSED -> {
        metrics.count("BreakerClosed", breaker);
        LOG.info("The breaker of {} closed", change.circuit());
      }
    }
    listener.changed(change);
  }
}
