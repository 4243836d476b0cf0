package gantry.webhooks.receiver;

import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wires the receiver from the process's environment. */
final class ReceiverFactory {
  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private ReceiverFactory() {}

  static ReceiveWebhook receiveWebhook() {
    var config = ReceiverConfig.of(System::getenv);
    var inbox =
        new SqsWebhookInbox(config.queueUrl(), () -> SqsWebhookInbox.connect(SqsClient.builder()));
    return new ReceiveWebhook(
        new WebhookSecrets(Secrets.ofEnvironment(CLOCK)), Verifiers.of(config), inbox, CLOCK);
  }

  static Metrics metrics() {
    return new Metrics(System.out, CLOCK);
  }
}
