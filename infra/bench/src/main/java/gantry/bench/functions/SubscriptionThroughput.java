package gantry.bench.functions;

import java.io.IOException;

/**
 * Events applied per second through the processor, those of one subscription beside those of fifty,
 * and reads of what a user may do.
 *
 * <p>Arguments: events a round, seconds of reading a round, rounds.
 */
public final class SubscriptionThroughput {
  private static final String PLANS =
      """
      {"FREE":{"limits":{"units":5}},"PRO":{"variants":["222"],"limits":{"units":500}}}
      """;

  private SubscriptionThroughput() {}

  public static void main(String... args) throws IOException, InterruptedException {
    new OneCore("functions/webhooks/processor/target/webhooks-processor.jar")
        .withDomainEvents()
        .with("WEBHOOK_INBOX_QUEUE_URL", "http://127.0.0.1:1/none")
        .with("WEBHOOK_INBOX_DEAD_LETTER_QUEUE_URL", "http://127.0.0.1:1/none")
        .with("PLANS", PLANS)
        .with("AWS_LAMBDA_MAX_CONCURRENCY", "4")
        .run(SubscriptionLoad.class, args);
    System.exit(0);
  }
}
