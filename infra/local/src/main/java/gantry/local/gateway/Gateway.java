package gantry.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The server on the local cloud's one HTTP port: the API, and the control API beside it. */
public final class Gateway implements AutoCloseable {
  static {
    // Without it every answer in two writes waits 40 ms for the caller's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Callers may all come at once; the default of 50 makes the rest wait a second. */
  private static final int BACKLOG = 1024;

  private final HttpServer server;

  /** Opens the port; 0 takes any free one. */
  public Gateway(int port, Api api, HttpHandler control) throws IOException {
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, api));
    server.createContext("/_local/", control);
    server.start();
  }

  private static void answer(HttpExchange exchange, Api api) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(Api.MOST_BYTES + 1);
      var request = Request.of(exchange);
      var answer = api.answer(request, body);
      send(exchange, request, answer);
    }
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    var body = answer.content().bytes();
    answer.headers().remove("content-length");
    exchange.getResponseHeaders().putAll(answer.headers());
    exchange.getResponseHeaders().set("apigw-requestid", request.id());
    var withoutBody =
        request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
    if (request.method().equals("HEAD")) {
      exchange.getResponseHeaders().set("content-length", Integer.toString(body.length));
    }
    exchange.sendResponseHeaders(
        answer.status(), withoutBody || body.length == 0 ? -1 : body.length);
    if (!withoutBody && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
