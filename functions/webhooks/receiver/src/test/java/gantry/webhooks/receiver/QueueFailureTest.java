package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gantry.testing.ApiEvent;
import gantry.testing.SqsServer;
import gantry.webhooks.signature.Hmac;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class QueueFailureTest {
  /** Of the least patient provider, and of the gateway. */
  private static final Duration PROVIDERS_PATIENCE = Duration.ofSeconds(5);

  private static final Duration GATEWAYS_PATIENCE = Duration.ofSeconds(10);
  private static final String BODY = "{}";

  @Test
  void aDeadQueueAsksTheProviderToComeBack() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    asksToComeBack("http://127.0.0.1:" + port + "/0/inbox.fifo");
  }

  @Test
  void aSilentQueueAsksTheProviderToComeBackInTime() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      asksToComeBack("http://127.0.0.1:" + silent.getLocalPort() + "/0/inbox.fifo");
    }
  }

  @Test
  void aQueueThatIsNotThereAsksTheProviderToComeBack() {
    asksToComeBack(SqsServer.shared().queueUrl("missing.fifo"));
  }

  @Test
  void aRefusingQueueAsksTheProviderToComeBack() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = "{\"__type\":\"AccessDenied\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      asksToComeBack("http://127.0.0.1:" + server.getAddress().getPort() + "/0/inbox.fifo");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void allTriesTogetherEndBeforeTheProviderGivesUp() {
    try (var client = SqsWebhookInbox.connect(SqsClient.builder().region(Region.EU_CENTRAL_1))) {
      var limits = client.serviceClientConfiguration().overrideConfiguration();

      assertThat(limits.apiCallTimeout().orElseThrow()).isLessThan(PROVIDERS_PATIENCE);
    }
  }

  private static void asksToComeBack(String queueUrl) {
    var edge = new Edge(queueUrl).secrets("{\"github\":[{\"secret\":\"s\",\"mode\":\"live\"}]}");
    edge.send(Edge.post("warm-up"));
    var started = System.nanoTime();

    var answer = edge.send(push());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.type()).isEqualTo("queue-unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(edge.metrics()).contains("\"reason\":\"queue-unavailable\"");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(GATEWAYS_PATIENCE);
  }

  private static ApiEvent push() {
    return Edge.post("github")
        .body(BODY)
        .header("X-Hub-Signature-256", "sha256=" + Hmac.hex("s", BODY));
  }
}
