package gantry.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gantry.webhooks.subscriptions.SubscriptionBody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The provider's API on this machine. */
public final class FakeLemonSqueezy implements AutoCloseable {
  private static final Pattern QUANTITY = Pattern.compile("\"quantity\":(\\d+)");

  private final HttpServer server;
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final List<Long> recorded = new CopyOnWriteArrayList<>();
  private final AtomicLong counted = new AtomicLong();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile boolean losing;

  public FakeLemonSqueezy() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/v1/subscriptions/", this::subscription);
    server.createContext("/v1/subscription-items/", this::usage);
    server.createContext("/v1/usage-records", this::record);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void knows(SubscriptionBody subscription) {
    knowsInsteadOf(subscription.id(), subscription);
  }

  public void knowsInsteadOf(String id, SubscriptionBody subscription) {
    documents.put(id, subscription.json());
  }

  public void answers(int other) {
    status = other;
  }

  /** To questions about this one only. */
  public void answersAbout(String id, int other) {
    statuses.put(id, other);
  }

  /** Takes what is reported, and cuts the line. */
  public void losesAnswersToReports() {
    losing = true;
  }

  /** Somebody else reported so much. */
  public void countedElsewhere(int quantity) {
    counted.addAndGet(quantity);
  }

  public void forget() {
    documents.clear();
    statuses.clear();
    calls.set(0);
    status = 200;
    recorded.clear();
    counted.set(0);
    losing = false;
  }

  public int calls() {
    return calls.get();
  }

  /** Each quantity that was reported. */
  public List<Long> recorded() {
    return List.copyOf(recorded);
  }

  private void subscription(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    var id = exchange.getRequestURI().getPath().substring("/v1/subscriptions/".length());
    var found = documents.getOrDefault(id, "{\"errors\":[]}");
    answer(exchange, found, statuses.getOrDefault(id, status));
  }

  private void usage(HttpExchange exchange) throws IOException {
    var item = exchange.getRequestURI().getPath().split("/", -1)[3];
    answer(
        exchange,
        "{\"meta\":{\"period_start\":\"2026-11-01T00:00:00.000000Z\",\"quantity\":%d}}"
            .formatted(counted.get()),
        statuses.getOrDefault(item, status));
  }

  private void record(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var quantity = QUANTITY.matcher(body);
    if (quantity.find()) {
      var told = Long.parseLong(quantity.group(1));
      recorded.add(told);
      counted.set(body.contains("\"set\"") ? told : counted.get() + told);
    }
    if (losing) {
      exchange.close();
    } else {
      answer(exchange, "{\"data\":{}}");
    }
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    answer(exchange, text, status);
  }

  private static void answer(HttpExchange exchange, String text, int status) throws IOException {
    var body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.api+json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
