package gantry.lambda.telemetry;

import gantry.lambda.telemetry.Happening.Counted;
import gantry.lambda.telemetry.Happening.Failure;
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
 */
public final class Telemetry {
  /** A second at most, however many there are. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int MOST = 50;
  private static final Telemetry OF_PROCESS =
      new Telemetry(TelemetryConfig.of(System.getenv()), Clock.systemUTC());

  private final TelemetryConfig config;
  private final Clock clock;
  private final BlockingQueue<Happening> waiting = new ArrayBlockingQueue<>(MOST);

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
    if (config.sentry().isPresent()) {
      waiting.offer(new Failure(logger, thrown, clock.millis()));
    }
  }

  /** Something that was counted. */
  public void counted(String name, Map<String, String> dimensions) {
    if (config.postHog().isPresent()) {
      waiting.offer(new Counted(name, dimensions, clock.millis()));
    }
  }

  /** Sends what waits; throws nothing. */
  public void flush() {
    if (config.isOff() || waiting.isEmpty()) {
      return;
    }
    var happenings = new ArrayList<Happening>();
    waiting.drainTo(happenings);
    send(requests(happenings));
  }

  private List<HttpRequest> requests(List<Happening> happenings) {
    var requests = new ArrayList<HttpRequest>();
    var counted = happenings.stream().filter(Counted.class::isInstance).map(Counted.class::cast);
    var events = counted.toList();
    if (!events.isEmpty()) {
      config.postHog().ifPresent(project -> requests.add(project.request(events)));
    }
    for (var happening : happenings) {
      if (happening instanceof Failure failure) {
        config.sentry().ifPresent(project -> requests.add(project.request(failure)));
      }
    }
    return requests;
  }

  private static void send(List<HttpRequest> requests) {
    var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      var calls =
          requests.stream()
              .map(request -> http.sendAsync(request, BodyHandlers.discarding()))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(calls)
          .exceptionally(_ -> null)
          .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } finally {
      http.shutdownNow();
    }
  }
}
