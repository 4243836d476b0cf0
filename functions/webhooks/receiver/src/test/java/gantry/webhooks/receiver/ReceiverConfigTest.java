package gantry.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gantry.webhooks.payload.Provider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverConfigTest {
  private static final String URL = "https://sqs.eu-central-1.amazonaws.com/1/inbox.fifo";

  @Test
  void everyWindowIsFiveMinutesByDefault() {
    var config = config(Map.of("WEBHOOK_INBOX_QUEUE_URL", URL));

    assertThat(config.queueUrl()).isEqualTo(URL);
    assertThat(Provider.values())
        .allSatisfy(p -> assertThat(config.tolerance(p)).isEqualTo(Duration.ofMinutes(5)));
  }

  @Test
  void aWindowIsSetPerProvider() {
    var config = withTolerances("{\"paddle\":\"PT5S\"}");

    assertThat(config.tolerance(Provider.PADDLE)).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.tolerance(Provider.STRIPE)).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT5S",
        "[]",
        "{\"paddle\":5}",
        "{\"paddle\":\"5\"}",
        "{\"paddle\":\"PT0S\"}",
        "{\"paddle\":\"PT-5S\"}",
        "{\"nobody\":\"PT5S\"}",
        "{\"paddle\":\"PT5S\"} x"
      })
  void wrongWindowsStopTheStart(String tolerances) {
    assertThatIllegalArgumentException().isThrownBy(() -> withTolerances(tolerances));
  }

  @Test
  void aMissingQueueStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(Map.of()))
        .withMessage("WEBHOOK_INBOX_QUEUE_URL is not set");
  }

  private static ReceiverConfig withTolerances(String tolerances) {
    return config(Map.of("WEBHOOK_INBOX_QUEUE_URL", URL, "WEBHOOK_TOLERANCES", tolerances));
  }

  private static ReceiverConfig config(Map<String, String> environment) {
    return ReceiverConfig.of(environment::get);
  }
}
