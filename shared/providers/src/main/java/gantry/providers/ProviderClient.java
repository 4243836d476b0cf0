package gantry.providers;

import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls one provider within its limits. */
public final class ProviderClient {
  private final ProviderSettings settings;
  private final AttemptedCall calls;
  private final Metrics metrics;
  private final Semaphore places;

  ProviderClient(ProviderSettings settings, AttemptedCall calls, Metrics metrics) {
    this.settings = settings;
    this.calls = calls;
    this.metrics = metrics;
    this.places = new Semaphore(settings.limits().atOnce(), true);
  }

  /** Asks within the provider's deadline. */
  public Outcome call(ProviderRequest request) {
    return call(request, Deadline.in(settings.limits().deadline()));
  }

  /** Asks within a deadline that several calls may share. */
  public Outcome call(ProviderRequest request, Deadline deadline) {
    var start = System.nanoTime();
    var outcome = inPlace(request, deadline.butAtMost(settings.limits().deadline()));
    report(outcome, System.nanoTime() - start);
    return outcome;
  }

  /** Half the time may go by in the queue; with less left the call would be in vain. */
  private Outcome inPlace(ProviderRequest request, Deadline deadline) {
    try {
      if (!places.tryAcquire(deadline.left().toNanos() / 2, TimeUnit.NANOSECONDS)) {
        return Outcome.unavailable(Reason.BUSY);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Outcome.unavailable(Reason.BUSY);
    }
    try {
      return calls.make(request, deadline);
    } finally {
      places.release();
    }
  }

  private void report(Outcome outcome, long nanos) {
    var ended = outcome instanceof Unavailable(var reason) ? reason.label() : "answered";
    metrics.count("ProviderCalls", Map.of("provider", settings.name(), "outcome", ended));
    metrics.record(
        "ProviderLatency", Unit.MILLISECONDS, nanos / 1e6, Map.of("provider", settings.name()));
  }
}
