package gantry.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.ApiEvent;
import gantry.testing.SqsServer;
import gantry.webhooks.signature.Hmac;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class GuessedSignaturesTest {
  private static final String ATTACKER = "2001:db8:1:2::1";
  private static final String PROVIDER = "2001:db8:1:2::9";
  private static final String STRANGER = "198.51.100.1";
  private static final SqsClient SQS = SqsServer.shared().client();

  private final Edge edge =
      new Edge(newQueue()).secrets("{\"lemonsqueezy\":[{\"secret\":\"right\",\"mode\":\"test\"}]}");

  @AfterAll
  static void disconnect() {
    SQS.close();
  }

  @Test
  void theTwentyFirstGuessIsAnswered429() {
    guess(20);

    var answer = edge.send(signed("wrong", ATTACKER));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.type()).isEqualTo("too-many-failures");
    assertThat(answer.header("Retry-After")).isEqualTo("3");
    assertThat(edge.metrics()).contains("\"reason\":\"too-many-failures\"");
  }

  @Test
  void theRightSignaturePassesFromTheSameNetworkAndClearsIt() {
    guess(100);

    assertThat(edge.send(signed("right", PROVIDER)).statusCode()).isEqualTo(200);
    assertThat(edge.send(signed("wrong", ATTACKER)).statusCode()).isEqualTo(401);
  }

  @Test
  void otherNetworksAreNotTouched() {
    guess(100);

    assertThat(edge.send(signed("wrong", STRANGER)).statusCode()).isEqualTo(401);
  }

  @Test
  void anAddressInAHeaderMovesNobody() {
    guess(20);

    var answer = edge.send(signed("wrong", ATTACKER).header("X-Forwarded-For", STRANGER));

    assertThat(answer.statusCode()).isEqualTo(429);
  }

  @Test
  void timeForgives() {
    guess(21);
    edge.clock.advance(Duration.ofSeconds(3));

    assertThat(edge.send(signed("wrong", ATTACKER)).statusCode()).isEqualTo(401);
  }

  private void guess(int times) {
    IntStream.range(0, times).forEach(_ -> edge.send(signed("wrong", ATTACKER)));
  }

  private static ApiEvent signed(String secret, String sourceIp) {
    return Edge.post("lemonsqueezy")
        .body("{}")
        .header("X-Signature", Hmac.hex(secret, "{}"))
        .sourceIp(sourceIp);
  }

  private static String newQueue() {
    return SQS.createQueue(request ->
            request
                .queueName("guesses-" + UUID.randomUUID() + ".fifo")
                .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }
}
