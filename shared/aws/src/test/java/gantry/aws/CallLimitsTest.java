package gantry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class CallLimitsTest {
  private static final Duration ATTEMPT = Duration.ofMillis(100);
  private static final Duration CALL = Duration.ofMillis(250);

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
    var builder =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")));
    return new CallLimits(Duration.ofSeconds(1), ATTEMPT, CALL).build(builder);
  }
}
