package gantry.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager's JSON protocol on a local port, as far as GetSecretValue goes. */
final class SecretsManagerStub implements AutoCloseable {
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final HttpServer server;
  private volatile @Nullable String refusal;

  SecretsManagerStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  void put(String arn, String value) {
    refusal = null;
    values.put(arn, value);
  }

  void refuse(String error) {
    refusal = error;
  }

  int reads() {
    return reads.get();
  }

  SecretsManagerClient client() {
    return SecretStore.connect(
        SecretsManagerClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"))));
  }

  private void answer(HttpExchange exchange) throws IOException {
    reads.incrementAndGet();
    var request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var value =
        values.entrySet().stream()
            .filter(secret -> request.contains("\"" + secret.getKey() + "\""))
            .map(Map.Entry::getValue)
            .findFirst();
    var error = refusal;
    if (error != null) {
      send(exchange, 400, "{\"__type\":\"" + error + "\"}");
    } else if (value.isEmpty()) {
      send(exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}");
    } else {
      send(exchange, 200, "{\"SecretString\":\"" + value.get() + "\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
