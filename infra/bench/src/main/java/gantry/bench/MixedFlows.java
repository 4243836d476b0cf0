package gantry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people do, all at once, against a running local cloud: latency and errors by flow, and the
 * functions' memory after the first third and at the end.
 *
 * <p>Arguments: API address, signing secret of Lemon Squeezy, callers at once, seconds.
 */
public final class MixedFlows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THIRD = 3;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Queue<Long>> millis = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> failed = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
  private final URI address;
  private final Signature signature;
  private final String token;

  private MixedFlows(URI address, String secret) throws IOException, InterruptedException {
    this.address = address;
    this.signature = new Signature(secret);
    var claims =
        "{\"sub\":\"load-1\",\"tenant\":\"load\",\"roles\":[\"user\",\"service\",\"admin\"]}";
    this.token = JSON.readTree(send("POST", "/_local/token", claims).body()).path("token").asText();
  }

  public static void main(String... args) throws IOException, InterruptedException {
    new MixedFlows(URI.create(args[0]), args[1])
        .run(Integer.parseInt(args[2]), Duration.ofSeconds(Long.parseLong(args[3])));
  }

  private void run(int callers, Duration length) throws IOException, InterruptedException {
    callUntil(callers, System.nanoTime() + length.dividedBy(THIRD).toNanos());
    var early = memory();
    callUntil(callers, System.nanoTime() + length.dividedBy(THIRD).multipliedBy(2).toNanos());
    report(early, memory());
  }

  private void callUntil(int callers, long end) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var caller = 0; caller < callers; caller++) {
        threads.execute(() -> {
          while (System.nanoTime() < end) {
            flows().forEach(this::measured);
          }
        });
      }
    }
  }

  private record Flow(String name, String method, String path, String body) {}

  private List<Flow> flows() {
    var id = number.incrementAndGet();
    var roadmap =
        "{\"title\":\"Java " + id + "\",\"topic\":\"java\",\"description\":\"From records on\"}";
    return List.of(
        new Flow("webhook", "POST", "/v1/webhooks/lemonsqueezy", order(id)),
        new Flow("access", "GET", "/v1/access/user-" + id % 100, ""),
        new Flow("discover", "GET", "/v1/discover", ""),
        new Flow("roadmaps, create", "POST", "/v1/roadmaps", roadmap),
        new Flow("roadmaps, list", "GET", "/v1/roadmaps?limit=20", ""),
        new Flow("webhook events, list", "GET", "/v1/webhook-events?limit=20", ""),
        new Flow("health", "GET", "/v1/health", ""),
        new Flow("alerts, list", "GET", "/v1/alerts", ""));
  }

  private static String order(long id) {
    return """
    {"meta":{"event_name":"order_created","test_mode":true},"data":{"type":"orders","id":"%d",\
    "attributes":{"status":"paid","currency":"EUR","total":1990,"refunded_amount":0,\
    "test_mode":true,"created_at":"2026-11-21T10:00:00.000000Z",\
    "updated_at":"2026-11-21T10:00:00.000000Z"}}}\
    """
        .formatted(id);
  }

  private void measured(Flow flow) {
    var start = System.nanoTime();
    try {
      var status = send(flow.method(), flow.path(), flow.body()).statusCode();
      if (status >= 400) {
        count(flow.name() + " " + status);
      }
    } catch (IOException e) {
      count(flow.name() + " " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    millis.computeIfAbsent(flow.name(), _ -> new ConcurrentLinkedQueue<>()).add(took);
  }

  private void count(String what) {
    failed.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (path.startsWith("/v1/webhooks/")) {
      request.header("x-signature", signature.of(body));
    } else if (!path.startsWith("/_local/")) {
      request.header("authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private Map<String, Integer> memory() throws IOException, InterruptedException {
    var memory = new TreeMap<String, Integer>();
    for (JsonNode function :
        JSON.readTree(send("GET", "/_local/status", "").body()).path("functions")) {
      if (function.path("state").asText().equals("ready")) {
        memory.put(function.path("name").asText(), function.path("memoryMb").asInt());
      }
    }
    return memory;
  }

  private void report(Map<String, Integer> early, Map<String, Integer> late) {
    new TreeMap<>(millis)
        .forEach((flow, took) -> {
          var sorted = took.stream().sorted().toList();
          System.out.printf(
              "| %s | %d | %d | %d | %d |%n",
              flow,
              sorted.size(),
              sorted.get(sorted.size() / 2),
              sorted.get(sorted.size() * 99 / 100),
              sorted.getLast());
        });
    System.out.println("failed: " + new TreeMap<>(failed));
    late.forEach(
        (name, mb) -> System.out.printf("%s: %s MB, then %d MB%n", name, early.get(name), mb));
  }
}
