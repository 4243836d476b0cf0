package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.ApiEvent;
import gantry.testing.SqsServer;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.signature.Hmac;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class ReceiveWebhookHandlerTest {
  private static final String SECRET = "ls_test_secret_123";
  private static final String ORDER =
      "{\"meta\":{\"event_name\":\"order_created\"},\"data\":{\"type\":\"orders\",\"id\":\"1\"}}";
  private static final String ORDER_SIGNATURE =
      "8ef99530cbf1503ff60f29b88af5c61bf4ade2b47c350ca121a29eccd775801f";
  private static final int LIMIT = 256 * 1024;

  private static final SqsClient SQS = SqsServer.shared().client();

  private final String queueUrl = newQueue();
  private final Edge edge =
      new Edge(queueUrl)
          .secrets("{\"lemonsqueezy\":[{\"secret\":\"" + SECRET + "\",\"mode\":\"test\"}]}");

  @AfterAll
  static void disconnect() {
    SQS.close();
  }

  @Test
  void aSignedWebhookIsAnsweredAndQueued() {
    var answer = edge.send(order());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"received\":true}");
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(queued()).hasSize(1);
  }

  @Test
  void theQueueHoldsTheExactBytesAndWhatMatters() {
    edge.send(order().header("User-Agent", "hooks/1").header("X-Request-Id", "req-7"));

    var message = queued().getFirst();
    var delivery = delivery(message);
    assertThat(delivery.body().bytes()).isEqualTo(ORDER.getBytes(UTF_8));
    assertThat(delivery.provider()).isEqualTo(Provider.LEMONSQUEEZY);
    assertThat(delivery.mode()).isEqualTo(Mode.TEST);
    assertThat(delivery.id().version()).isEqualTo(7);
    assertThat(delivery.requestId()).isEqualTo("req-7");
    assertThat(delivery.times().receivedAt()).isEqualTo(Instant.parse("2026-11-21T03:00:00.250Z"));
    assertThat(delivery.headers()).containsExactly(Map.entry("user-agent", "hooks/1"));
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "lemonsqueezy/test/orders/1");
  }

  @Test
  void theSameBytesAreQueuedEachTime() {
    edge.send(order());
    edge.send(order());

    assertThat(queued()).extracting(message -> delivery(message).id()).doesNotHaveDuplicates();
  }

  @Test
  void aBinaryBodyIsVerifiedOverItsBytes() {
    var body = "{\"data\":{\"attributes\":{\"user_name\":\"Zoë 🍋\"}}}".getBytes(UTF_8);

    var answer =
        edge.send(
            Edge.post("lemonsqueezy")
                .body(body)
                .header(
                    "X-Signature",
                    "3a9ddc6ea49c411c5ea89cfc9043af64bcd444d414c3e76377c1c699fe534b78"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(delivery(queued().getFirst()).body().bytes()).isEqualTo(body);
  }

  @Test
  void bytesThatAreNoTextSurvive() {
    var body = new byte[] {(byte) 0xff, 0, (byte) 0xc0, (byte) 0xaf, '{'};

    var answer = edge.send(signed(body));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(delivery(queued().getFirst()).body().bytes()).isEqualTo(body);
  }

  @Test
  void aTextBodyBeyondAsciiIsVerifiedAsUtf8() {
    var body = "{\"name\":\"Zoë 🍋\"}";

    var answer =
        edge.send(
            Edge.post("lemonsqueezy").body(body).header("x-signature", Hmac.hex(SECRET, body)));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void anEmptyBodyIsStillABody() {
    assertThat(edge.send(signed(new byte[0])).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyOfExactlyTheLimitIsQueued() {
    var body = new byte[LIMIT];

    assertThat(edge.send(signed(body)).statusCode()).isEqualTo(200);
    assertThat(delivery(queued().getFirst()).body().bytes()).isEqualTo(body);
  }

  @Test
  void oneByteMoreIsTooLarge() {
    var answer = edge.send(signed(new byte[LIMIT + 1]));
    var text = edge.send(Edge.post("lemonsqueezy").body("ë".repeat(LIMIT / 2) + "x"));

    assertThat(List.of(answer, text))
        .allSatisfy(refused -> {
          assertThat(refused.statusCode()).isEqualTo(413);
          assertThat(refused.type()).isEqualTo("body-too-large");
        });
    assertThat(queued()).isEmpty();
  }

  @Test
  void aBodyThatIsNotItsBase64IsMalformed() {
    var answer =
        edge.send(order().json().replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("malformed-body");
  }

  @Test
  void aWrongSignatureIsRefusedAndNothingQueued() {
    var answer = edge.send(order().header("x-signature", ORDER_SIGNATURE));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"type":"signature-mismatch","title":"Signature does not match","status":401}\
            """);
    assertThat(queued()).isEmpty();
  }

  @Test
  void anOldSignatureIsOutsideTheTolerance() {
    edge.secrets("{\"stripe\":[{\"secret\":\"whsec_x\",\"mode\":\"live\"}]}");
    var time = edge.clock.instant().getEpochSecond();

    assertThat(edge.send(stripe(time - 300)).statusCode()).isEqualTo(200);
    assertThat(edge.send(stripe(time + 300)).statusCode()).isEqualTo(200);
    assertThat(edge.send(stripe(time - 301)).type()).isEqualTo("timestamp-outside-tolerance");
    assertThat(edge.send(stripe(time + 301)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nobody", "LemonSqueezy", "lemonsqueezy ", "lemonsqueezy/x", "Zoë 🍋"})
  void anUnknownProviderIsUnknown(String provider) {
    var answer = edge.send(Edge.request("DELETE", provider));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.type()).isEqualTo("unknown-provider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "post"})
  void onlyPostIsAllowed(String method) {
    var answer = edge.send(Edge.request(method, "stripe"));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.type()).isEqualTo("method-not-allowed");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  void aProviderWithoutASecretIsNotReady() {
    var answer = edge.send(Edge.post("paddle").body("x".repeat(LIMIT + 1)));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.type()).isEqualTo("secret-not-configured");
    assertThat(answer.header("Retry-After")).isEqualTo("60");
  }

  @Test
  void aRotatedSecretCountsWithoutARestart() {
    edge.secrets("{\"lemonsqueezy\":[{\"secret\":\"another\",\"mode\":\"test\"}]}");
    assertThat(edge.send(order()).statusCode()).isEqualTo(401);

    edge.secrets(
        "{\"lemonsqueezy\":[{\"secret\":\"another\",\"mode\":\"test\"},{\"secret\":\""
            + SECRET
            + "\",\"mode\":\"live\"}]}");
    assertThat(edge.send(order()).statusCode()).isEqualTo(200);
    assertThat(delivery(queued().getFirst()).mode()).isEqualTo(Mode.LIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a,b", "a\nb", "ë", "<x>"})
  void anOddRequestIdIsReplaced(String odd) {
    var made = edge.send(order().header("x-request-id", odd)).header("X-Request-Id");

    assertThat(UUID.fromString(made).version()).isEqualTo(7);
    assertThat(delivery(queued().getFirst()).requestId()).isEqualTo(made);
  }

  @Test
  void aRequestIdIsReturnedWhateverHappens() {
    var answer = edge.send(Edge.post("nobody").header("X-Request-Id", "req_1.a-B"));

    assertThat(answer.header("X-Request-Id")).isEqualTo("req_1.a-B");
  }

  @Test
  void outcomesAreCountedByProviderAndReason() {
    edge.send(order());
    edge.send(Edge.post("stripe"));
    edge.send(Edge.post("a-strangers-text"));

    assertThat(edge.metrics().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line).contains("\"provider\":\"lemonsqueezy\",\"WebhookReceived\":1"),
            line ->
                assertThat(line)
                    .contains("\"provider\":\"stripe\",\"reason\":\"secret-not-configured\"")
                    .contains("\"WebhookRejected\":1"),
            line -> assertThat(line).contains("\"provider\":\"unknown\""));
    assertThat(edge.metrics()).doesNotContain("stranger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "null", "[]", "{\"headers\":null,\"body\":null,\"pathParameters\":7}"})
  void anEventThatIsNoRequestFindsNothing(String event) {
    assertThat(edge.send(event).statusCode()).isEqualTo(404);
  }

  private static ApiEvent order() {
    return Edge.post("lemonsqueezy").body(ORDER).header("X-Signature", ORDER_SIGNATURE);
  }

  private static ApiEvent signed(byte[] body) {
    return Edge.post("lemonsqueezy").body(body).header("X-Signature", Hmac.hex(SECRET, body));
  }

  private static ApiEvent stripe(long time) {
    var body = "{\"id\":\"evt_1\"}";
    var signature = Hmac.hex("whsec_x", time + "." + body);
    return Edge.post("stripe")
        .body(body)
        .header("Stripe-Signature", "t=" + time + ",v1=" + signature);
  }

  private static String newQueue() {
    return SQS.createQueue(request ->
            request
                .queueName("inbox-" + UUID.randomUUID() + ".fifo")
                .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  private List<Message> queued() {
    return SQS.receiveMessage(request ->
            request
                .queueUrl(queueUrl)
                .maxNumberOfMessages(10)
                .messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static WebhookDelivery delivery(Message message) {
    var attributes = new HashMap<String, String>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
    return WebhookDelivery.of(message.body(), attributes);
  }
}
