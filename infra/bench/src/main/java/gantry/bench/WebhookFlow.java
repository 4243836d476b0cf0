package gantry.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * From POST to APPLIED: signed Lemon Squeezy orders at a fixed rate against a running local cloud.
 * Both ends of the measured span are this machine's clock: the moment before the request leaves,
 * and the event's {@code decided_at}.
 *
 * <p>Arguments: API address, signing secret, requests per second, seconds, JDBC address with user
 * and password.
 */
public final class WebhookFlow {
  private static final String DECIDED =
      """
      SELECT resource, decided_at
        FROM webhooks.events
       WHERE provider = 'lemonsqueezy' AND resource LIKE ? AND state = 'APPLIED'
      """;

  private final URI address;
  private final Signature signature;
  private final String run = Long.toString(System.currentTimeMillis());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Instant> sent = new ConcurrentHashMap<>();
  private final Map<String, Duration> answered = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  private WebhookFlow(URI address, Signature signature) {
    this.address = address;
    this.signature = signature;
  }

  public static void main(String... args) throws Exception {
    var flow =
        new WebhookFlow(
            URI.create(args[0]).resolve("/v1/webhooks/lemonsqueezy"), new Signature(args[1]));
    int rate = Integer.parseInt(args[2]);
    int seconds = Integer.parseInt(args[3]);
    flow.send(rate, rate * seconds);
    flow.report(args[4]);
  }

  private void send(int rate, int total) {
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < total; i++) {
        LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
        String order = run + "-" + i;
        threads.execute(() -> post(order));
      }
    }
  }

  private void post(String order) {
    var body = body(order);
    var request =
        HttpRequest.newBuilder(address)
            .header("content-type", "application/json")
            .header("x-signature", signature.of(body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var before = Instant.now();
    sent.put(order, before);
    try {
      if (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
        refused.incrementAndGet();
      }
      answered.put(order, Duration.between(before, Instant.now()));
    } catch (java.io.IOException e) {
      refused.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(String order) {
    return """
    {"meta":{"event_name":"order_created","test_mode":true},"data":{"type":"orders","id":"%s",\
    "attributes":{"status":"paid","currency":"EUR","total":1990,"refunded_amount":0,\
    "test_mode":true,"created_at":"2026-11-21T10:00:00.000000Z",\
    "updated_at":"2026-11-21T10:00:00.000000Z"}}}\
    """
        .formatted(order);
  }

  private void report(String jdbcUrl) throws SQLException {
    var deadline = Instant.now().plusSeconds(120);
    var applied = decided(jdbcUrl);
    while (applied.size() < sent.size() - refused.get() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(200_000_000L);
      applied = decided(jdbcUrl);
    }
    var spans =
        applied.entrySet().stream().map(e -> Duration.between(sent.get(e.getKey()), e.getValue()));
    System.out.printf(
        "sent %d, refused %d, applied %d%n", sent.size(), refused.get(), applied.size());
    print("POST answered", answered.values().stream().sorted().toList());
    print("POST to APPLIED", spans.sorted().toList());
  }

  private Map<String, Instant> decided(String jdbcUrl) throws SQLException {
    var result = new ConcurrentHashMap<String, Instant>();
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.prepareStatement(DECIDED)) {
      statement.setString(1, run + "-%");
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          result.put(rows.getString(1), rows.getTimestamp(2).toInstant());
        }
      }
    }
    return result;
  }

  private static void print(String what, List<Duration> sorted) {
    if (sorted.isEmpty()) {
      return;
    }
    System.out.printf(
        "%s: p50 %d ms, p99 %d ms, max %d ms%n",
        what,
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() * 99 / 100).toMillis(),
        sorted.getLast().toMillis());
  }
}
