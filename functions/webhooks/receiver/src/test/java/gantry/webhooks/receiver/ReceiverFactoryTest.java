package gantry.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

class ReceiverFactoryTest {
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, String> environment =
      new HashMap<>(Map.of("WEBHOOK_INBOX_QUEUE_URL", "https://sqs.example.org/1/inbox.fifo"));

  @Test
  void aColdStartDoesNotConnect() {
    ReceiverFactory.receiveWebhook(environment::get, this::sqs, Clock.systemUTC());

    assertThat(connections).hasValue(0);
  }

  @Test
  void aSnapshotHoldsTheClient() {
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    ReceiverFactory.receiveWebhook(environment::get, this::sqs, Clock.systemUTC());

    assertThat(connections).hasValue(1);
  }

  private SqsClientBuilder sqs() {
    connections.incrementAndGet();
    return SqsClient.builder().region(Region.EU_CENTRAL_1);
  }
}
