package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.lambda.EdgeHop;
import gantry.lambda.Metrics;
import gantry.lambda.SecurityHeaders;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The real handler between a gateway's events and a queue. */
final class Edge {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Map<String, String> environment = new HashMap<>();
  final MutableClock clock = MutableClock.at("2026-11-21T03:00:00.250Z");
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final ReceiveWebhookHandler handler;

  Edge(String queueUrl) {
    environment.put("WEBHOOK_INBOX_QUEUE_URL", queueUrl);
    var receiveWebhook =
        ReceiverFactory.receiveWebhook(environment::get, () -> sqs(URI.create(queueUrl)), clock);
    handler =
        new ReceiveWebhookHandler(
            receiveWebhook,
            new Metrics(new PrintStream(metrics, true, UTF_8), clock),
            EdgeHop.of(null));
  }

  private static SqsClientBuilder sqs(URI queue) {
    return SqsClient.builder()
        .endpointOverride(queue.resolve("/"))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  Edge secrets(String document) {
    environment.put("WEBHOOK_SECRETS", document);
    return this;
  }

  /** An event as the gateway makes it for a provider's path. */
  static ApiEvent post(String provider) {
    return request("POST", provider);
  }

  static ApiEvent request(String method, String provider) {
    return ApiEvent.request(method, "/v1/webhooks/" + provider)
        .route("ANY /v1/webhooks/{provider}")
        .pathParameter("provider", provider);
  }

  Answer send(ApiEvent event) {
    return send(event.json());
  }

  Answer send(String event) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)), answer, new FakeContext());
      return guarded(JSON.readValue(answer.toByteArray(), Answer.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is answered, and to whomever. */
  private static Answer guarded(Answer answer) {
    assertThat(answer.headers()).containsAllEntriesOf(SecurityHeaders.ALL);
    return answer;
  }

  String metrics() {
    return metrics.toString(UTF_8);
  }

  record Answer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
    String type() {
      try {
        return JSON.readTree(body).path("type").asText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }
}
