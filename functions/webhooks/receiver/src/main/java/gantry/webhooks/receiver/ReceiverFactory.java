package gantry.webhooks.receiver;

import gantry.lambda.EdgeHop;
import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Wires the receiver from the process's environment. */
final class ReceiverFactory {
  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private ReceiverFactory() {}

  static ReceiveWebhook receiveWebhook() {
    return receiveWebhook(System::getenv, SqsClient::builder, CLOCK);
  }

  static ReceiveWebhook receiveWebhook(
      UnaryOperator<@Nullable String> environment, Supplier<SqsClientBuilder> sqs, Clock clock) {
    var config = ReceiverConfig.of(environment);
    var inbox = new SqsWebhookInbox(config.queueUrl(), () -> SqsWebhookInbox.connect(sqs.get()));
    if ("snap-start".equals(environment.apply("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      // A snapshot keeps what is built before it, and this is most of a cold start.
      inbox.client();
    }
    return new ReceiveWebhook(
        new WebhookSecrets(Secrets.of(environment, clock)), Verifiers.of(config), inbox, clock);
  }

  static EdgeHop edge() {
    return EdgeHop.of(System.getenv("EDGE_PROOF_SHA256"));
  }

  static Metrics metrics() {
    return Metrics.ofProcess(CLOCK);
  }
}
