package gantry.local.function;

import gantry.local.function.InvocationOutcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One event on its way through a function. */
final class Invocation {
  private final String id = UUID.randomUUID().toString();
  private final String event;
  private final CompletableFuture<InvocationOutcome> outcome = new CompletableFuture<>();
  private final CompletableFuture<InvocationOutcome> answer = new CompletableFuture<>();
  private volatile long handedOverAt;

  Invocation(String event) {
    this.event = event;
  }

  String id() {
    return id;
  }

  String event() {
    return event;
  }

  /** Completed by the process, its end or the deadline, whichever comes first. */
  CompletableFuture<InvocationOutcome> outcome() {
    return outcome;
  }

  /**
   * What the caller waits for: completed once the function has drawn its conclusions from the
   * outcome.
   */
  CompletableFuture<InvocationOutcome> answer() {
    return answer;
  }

  /** Starts the clock: a function's timeout covers its handler, not the wait for a free process. */
  Instant handOver(Duration timeout) {
    handedOverAt = System.nanoTime();
    outcome.completeOnTimeout(timedOut(timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
    return Instant.now().plus(timeout);
  }

  Duration sinceHandOver() {
    return Duration.ofNanos(System.nanoTime() - handedOverAt);
  }

  private Failed timedOut(Duration timeout) {
    var seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
    return Failed.of(
        Failed.TIMED_OUT,
        "RequestId: " + id + " Error: Task timed out after " + seconds + " seconds");
  }
}
