package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.SqsServer;
import gantry.webhooks.signature.Hmac;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilentLogsTest {
  private static final String SECRET = "the-secret";
  private static final String BODY = "{\"email\":\"jane@example.org\"}";
  private static final String SIGNATURE = Hmac.hex(SECRET, BODY);

  private final PrintStream before = System.out;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Edge edge =
      new Edge(SqsServer.shared().queueUrl("missing.fifo"))
          .secrets("{\"lemonsqueezy\":[{\"secret\":\"" + SECRET + "\",\"mode\":\"live\"}]}");

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(written, true, UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(before);
  }

  @Test
  void noLineRepeatsABodyASignatureASecretOrAStrangersText() {
    send("lemonsqueezy", SIGNATURE);
    send("lemonsqueezy", SIGNATURE.replace('a', 'b'));
    send("some-stranger", SIGNATURE);
    edge.secrets("{\"lemonsqueezy\":[{\"secret\":\"" + SECRET);
    send("lemonsqueezy", SIGNATURE);

    assertThat(written.toString(UTF_8))
        .contains("queue-unavailable", "signature-mismatch", "is malformed", "\"req-1\"")
        .doesNotContain("jane", SIGNATURE, SECRET, "stranger", SIGNATURE.substring(0, 16));
  }

  private void send(String provider, String signature) {
    edge.send(
        Edge.post(provider)
            .body(BODY)
            .header("x-signature", signature)
            .header("x-request-id", "req-1"));
  }
}
