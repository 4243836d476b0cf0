package gantry.bench.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Nodes of some chains, on which every hash is a payment of 25 USDT, a hundred blocks deep. */
final class ChainStub implements AutoCloseable {
  /** Where USDT is; a node may be asked fifty times a second only. */
  static final NavigableMap<Integer, String> CHAINS =
      new TreeMap<>(
          Map.ofEntries(
              entry(1, "0xdac17f958d2ee523a2206206994597c13d831ec7"),
              entry(10, "0x94b008aa00579c1307b0ef2c499ad98a8ce58e58"),
              entry(137, "0xc2132d05d31c914a87c6611c10748aeb04b58e8f"),
              entry(8453, "0xfde4c96c8593536e31f229ea8f37b2ada2699bb2"),
              entry(42161, "0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9"),
              entry(43114, "0x9702230a8ea53601f5cd2dc00fdbc13d4df4a8c7")));

  private static final String RECIPIENT = "f6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final Pattern METHOD = Pattern.compile("\"method\":\"(\\w+)\"");
  private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
  private static final String BLOCK = "0x" + "ab".repeat(32);

  private final HttpServer server;
  private final AtomicLong calls = new AtomicLong();

  ChainStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    CHAINS.keySet().forEach(id -> server.createContext("/" + id, call -> answer(call, id)));
    server.createContext("/calls", exchange -> send(exchange, Long.toString(calls.get())));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String recipients() {
    return eachChain(_ -> "\"0x" + RECIPIENT + "\"");
  }

  String nodes() {
    return eachChain(id -> "[\"" + url() + "/" + id + "\"]");
  }

  private static String eachChain(Function<Integer, String> value) {
    return CHAINS.keySet().stream()
        .map(id -> "\"eip155:" + id + "\":" + value.apply(id))
        .collect(joining(",", "{", "}"));
  }

  private void answer(HttpExchange exchange, int chain) throws IOException {
    calls.incrementAndGet();
    var request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var method = METHOD.matcher(request);
    var result = method.find() ? result(method.group(1), request, chain) : "null";
    send(exchange, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
  }

  private static String result(String method, String request, int chain) {
    return switch (method) {
      case "eth_chainId" -> "\"0x" + Integer.toHexString(chain) + "\"";
      case "eth_blockNumber" -> "\"0x169a284\"";
      case "eth_getBlockByNumber" -> block();
      case "eth_getTransactionReceipt" -> receipt(request, chain);
      default -> "null";
    };
  }

  private static String block() {
    return "{\"number\":\"0x169a220\",\"hash\":\"%s\",\"timestamp\":\"0x%x\",\"transactions\":[]}"
        .formatted(BLOCK, Instant.now().getEpochSecond());
  }

  private static String receipt(String request, int chain) {
    var hash = HASH.matcher(request);
    return hash.find()
        ? """
        {"transactionHash":"%1$s","blockHash":"%2$s","blockNumber":"0x169a220","status":"0x1",
         "logs":[{"address":"%3$s","data":"0x%4$064x","blockHash":"%2$s","logIndex":"0x5",
           "topics":["0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
             "0x%5$s%6$s","0x%5$s%7$s"],"transactionHash":"%1$s","removed":false}]}
        """
            .formatted(
                hash.group(),
                BLOCK,
                CHAINS.get(chain),
                25_000_000,
                "0".repeat(24),
                "11".repeat(20),
                RECIPIENT)
        : "null";
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    var body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
