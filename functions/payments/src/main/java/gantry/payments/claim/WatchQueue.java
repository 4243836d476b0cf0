package gantry.payments.claim;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code payment-watch}: says which claim to look at again, and when. */
@Singleton
final class WatchQueue {
  private static final Logger LOG = LoggerFactory.getLogger(WatchQueue.class);

  /** SQS holds no message back for longer; the sweep sends what is due later. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  private final BeanProvider<SqsClient> sqs;
  private final QueueConfig config;

  WatchQueue(BeanProvider<SqsClient> sqs, QueueConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  /** A failure is only slow: the sweep finds what is due. */
  void send(UUID claim, int attempt, Duration delay) {
    if (delay.compareTo(LONGEST_DELAY) > 0) {
      return;
    }
    try {
      sqs.get()
          .sendMessage(send ->
              send.queueUrl(config.watch())
                  .messageBody(new WatchMessage(claim, attempt).text())
                  .delaySeconds(Math.toIntExact(Math.max(0, delay.plusMillis(999).toSeconds()))));
    } catch (SdkException e) {
      LOG.warn("Claim {} is looked at later than it should: {}", claim, e.toString());
    }
  }
}
