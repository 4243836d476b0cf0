package gantry.local.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API for one process.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";

  static {
    // Without it every answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What the process behind the API does with its calls. */
  interface Calls {
    /** Blocks until there is an event for the process; null when it gets none any more. */
    @Nullable Delivery next() throws InterruptedException;

    void returned(String id, String payload);

    void failed(String id, String error);

    void initFailed(String error);
  }

  record Delivery(String id, String functionArn, Instant deadline, String event) {}

  private final HttpServer server;
  private final Calls calls;

  RuntimeApi(Calls calls) {
    this.calls = calls;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (path.equals(INVOCATION + "next")) {
        deliver(exchange);
      } else if (path.equals(ROOT + "restore/next")) {
        // The snapshot is woken up at once: a process of its own is the only copy there is.
        exchange.sendResponseHeaders(200, -1);
      } else if (path.equals(ROOT + "init/error") || path.equals(ROOT + "restore/error")) {
        calls.initFailed(body(exchange));
        exchange.sendResponseHeaders(202, -1);
      } else if (path.startsWith(INVOCATION)) {
        accept(exchange, path.substring(INVOCATION.length()));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void deliver(HttpExchange exchange) throws IOException {
    var delivery = next();
    if (delivery == null) {
      return; // closes the connection; the process is about to end
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", delivery.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(delivery.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", delivery.functionArn());
    headers.set("Lambda-Runtime-Trace-Id", TraceId.next());
    var event = delivery.event().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  private @Nullable Delivery next() {
    try {
      return calls.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void accept(HttpExchange exchange, String idAndVerdict) throws IOException {
    var slash = idAndVerdict.indexOf('/');
    var verdict = idAndVerdict.substring(slash + 1);
    if (slash < 0 || !(verdict.equals("response") || verdict.equals("error"))) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    var id = idAndVerdict.substring(0, slash);
    if (verdict.equals("response")) {
      calls.returned(id, body(exchange));
    } else {
      calls.failed(id, body(exchange));
    }
    exchange.sendResponseHeaders(202, -1);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
