package gantry.webhooks.reconciler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stripe's API on this machine; its answers have the date of now. */
final class FakeStripe implements AutoCloseable {
  static final String KEY = "key-of-stripe";

  private static final String PATH = "/v1/subscriptions/";

  private final HttpServer server;
  private final Map<String, String> objects = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int status = 200;

  FakeStripe() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext(PATH, this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void knows(String id, String object) {
    objects.put(id, object);
  }

  void answers(int other) {
    status = other;
  }

  int calls() {
    return calls.get();
  }

  void forget() {
    objects.clear();
    calls.set(0);
    status = 200;
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    var isKnown = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    var object = objects.get(exchange.getRequestURI().getPath().substring(PATH.length()));
    var code = object == null && status == 200 ? 404 : status;
    var body = object == null ? "{\"error\":{\"code\":\"resource_missing\"}}" : object;
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(isKnown ? code : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
