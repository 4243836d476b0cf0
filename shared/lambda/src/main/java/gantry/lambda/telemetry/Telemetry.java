package gantry.lambda.telemetry;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Collects what happens and sends it at the end of the invocation, when Lambda freezes the process.
 * What cannot be sent at once is dropped in silence: a log line about it would be one more to send.
 * After that a minute passes without any, or a service that hangs would slow every invocation.
 */
public final class Telemetry {
  /** A second at most, however many there are. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int MOST_FAILURES = 10;
  private static final int MOST_COUNTS = 40;
  private static final Telemetry OF_PROCESS =
      new Telemetry(TelemetryConfig.ofEnvironment(), Clock.systemUTC());

  private final TelemetryConfig config;
  private final Clock clock;
  private final BlockingQueue<Failure> failures = new ArrayBlockingQueue<>(MOST_FAILURES);
  private final BlockingQueue<Counted> counts = new ArrayBlockingQueue<>(MOST_COUNTS);
  private volatile long quietUntil;

  Telemetry(TelemetryConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** This process's, off unless its environment says otherwise. */
  public static Telemetry ofProcess() {
    return OF_PROCESS;
  }

  /** An error as it was logged. */
  public void failed(String logger, Throwable thrown) {
    if (config.sentry().isPresent() && !isQuiet()) {
      failures.offer(new Failure(logger, thrown, clock.millis()));
    }
  }

  /** Something that was counted. */
  public void counted(String name, Map<String, String> dimensions) {
    if (config.postHog().isPresent() && !isQuiet()) {
      counts.offer(new Counted(name, dimensions, clock.millis()));
    }
  }

  /** Sends what waits; throws nothing. */
  public void flush() {
    if (config.isOff() || (failures.isEmpty() && counts.isEmpty())) {
      return;
    }
    if (!isSent()) {
      quietUntil = clock.millis() + QUIET.toMillis();
    }
  }

  private boolean isSent() {
    try {
      return isAnswered(requests());
    } catch (RuntimeException _) {
      return false;
    }
  }

  private boolean isQuiet() {
    return clock.millis() < quietUntil;
  }

  private List<HttpRequest> requests() {
    var requests = new ArrayList<HttpRequest>();
    var counted = drained(counts);
    if (!counted.isEmpty()) {
      config.postHog().ifPresent(project -> requests.add(project.request(counted)));
    }
    for (var failure : drained(failures)) {
      config.sentry().ifPresent(project -> requests.add(project.request(failure)));
    }
    return requests;
  }

  private static <T> List<T> drained(BlockingQueue<T> queue) {
    var all = new ArrayList<T>();
    queue.drainTo(all);
    return all;
  }

  /** Whether all were answered in time, whatever the answer. */
  private static boolean isAnswered(List<HttpRequest> requests) {
    var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      var calls =
          requests.stream()
              .map(request -> http.sendAsync(request, BodyHandlers.discarding()))
              .toArray(CompletableFuture<?>[]::new);
      return CompletableFuture.allOf(calls)
          .handle((_, failure) -> failure == null)
          .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } finally {
      http.shutdownNow();
    }
  }
}
