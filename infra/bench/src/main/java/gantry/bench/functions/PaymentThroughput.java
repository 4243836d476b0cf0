package gantry.bench.functions;

import gantry.testing.SqsServer;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Verdicts on payments per second, beside the calls of a node that each takes; SQS and stubs of the
 * nodes in this JVM.
 *
 * <p>Arguments: verdicts a round, rounds.
 */
public final class PaymentThroughput {
  private PaymentThroughput() {}

  public static void main(String... args) throws IOException, InterruptedException {
    try (var sqs = SqsServer.start(0);
        var client = sqs.client();
        var chain = new ChainStub()) {
      var watch = client.createQueue(create -> create.queueName("watch")).queueUrl();
      var fifo = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
      var grants = client.createQueue(create -> create.queueName("grants.fifo").attributes(fifo));
      new OneCore("functions/payments/target/payments.jar")
          .withDomainEvents()
          .with("PAYMENT_WATCH_QUEUE_URL", watch)
          .with("ACCESS_GRANTS_QUEUE_URL", grants.queueUrl())
          .with("AWS_ENDPOINT_URL_SQS", sqs.endpoint().toString())
          .with("RECIPIENTS", chain.recipients())
          .with("PRODUCTS", "{}")
          .with("ETHERSCAN_CHAINS", "[]")
          .with("EVM_RPC_URLS", chain.nodes())
          .with("CHAIN", chain.url())
          .run(PaymentLoad.class, args);
    }
    System.exit(0);
  }
}
