package gantry.payments.claim;

import gantry.lambda.Sha256;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code access-grants.fifo}: in order per user, one grant per claim. */
@Singleton
final class GrantsQueue {
  private final BeanProvider<SqsClient> sqs;
  private final QueueConfig config;

  GrantsQueue(BeanProvider<SqsClient> sqs, QueueConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  /** Sent twice it counts once, also for the receiver: the grant's id is the claim's. */
  void send(GrantRow grant) {
    sqs.get()
        .sendMessage(send ->
            send.queueUrl(config.grants())
                .messageBody(grant.message())
                .messageGroupId(group(grant))
                .messageDeduplicationId(grant.claim().toString()));
  }

  /** SQS takes 128 plain characters; users may have other ids. */
  private static String group(GrantRow grant) {
    return Sha256.hex(grant.userId());
  }
}
