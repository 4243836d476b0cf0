package gantry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class CallLimitsTest {
  private static final Duration ATTEMPT = Duration.ofMillis(100);
  private static final Duration CALL = Duration.ofMillis(250);

  /**
   * The first call loads the client, which takes longer on a busy machine than the limits here. A
   * limit that ends a call while it still writes is told by the SDK as whatever the JDK throws.
   *
   * @see <a href="https://github.com/aws/aws-sdk-java-v2/pull/6894">Mended in a later SDK</a>
   */
  @BeforeAll
  static void load() throws IOException {
    var second = Duration.ofSeconds(1);
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var client = client(silent.getLocalPort(), new CallLimits(second, second, second))) {
      assertThatThrownBy(client::listQueues).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aServiceThatNeverAnswersIsGivenUp() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var client = client(silent.getLocalPort())) {
      assertThatThrownBy(client::listQueues).isInstanceOf(ApiCallTimeoutException.class);
    }
  }

  @Test
  void theLimitsAreTheClients() {
    try (var client = client(1)) {
      var limits = client.serviceClientConfiguration().overrideConfiguration();

      assertThat(limits.apiCallTimeout()).contains(CALL);
      assertThat(limits.apiCallAttemptTimeout()).contains(ATTEMPT);
    }
  }

  private static SqsClient client(int port) {
    return client(port, new CallLimits(Duration.ofSeconds(1), ATTEMPT, CALL));
  }

  private static SqsClient client(int port, CallLimits limits) {
    var builder =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")));
    return limits.build(builder);
  }
}
