package gantry.bench.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Tokens that nobody asked for before, beside tokens that are known, through the HTTP function; a
 * stub of GoPlus answers.
 *
 * <p>Arguments: seconds a round, rounds.
 */
public final class TokenScanThroughput {
  private static final String ADDRESS = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";

  private TokenScanThroughput() {}

  public static void main(String... args) throws IOException, InterruptedException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var answer = answer();
    server.createContext("/", exchange -> answer(exchange, answer));
    server.start();
    try {
      new OneCore("functions/token-scan/target/token-scan.jar")
          .with("GOPLUS_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort())
          .with("GOPLUS_PER_MINUTE", "6000000")
          .with("GOPLUS_AT_ONCE", "1000000")
          .with("TOKEN_SCANS_QUEUE_URL", "http://127.0.0.1:1/none")
          .run(TokenScanLoad.class, args);
    } finally {
      server.stop(0); // Its threads would outlive a load that failed.
    }
  }

  private static String answer() throws IOException {
    try (var in = TokenScanThroughput.class.getResourceAsStream("goplus.json")) {
      if (in == null) {
        throw new IllegalStateException("The stub has no answer");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whatever is asked for is the same clean token. */
  private static void answer(HttpExchange exchange, String answer) throws IOException {
    var asked = exchange.getRequestURI().getQuery().replace("contract_addresses=", "");
    var body = answer.replace(ADDRESS, asked).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
