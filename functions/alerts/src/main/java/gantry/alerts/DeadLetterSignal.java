package gantry.alerts;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages lie in each dead-letter queue: {@code dead-letters:<name>}. */
@Singleton
final class DeadLetterSignal implements Signal {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterSignal.class);

  private final SqsClient sqs;
  private final AlertConfig config;

  DeadLetterSignal(SqsClient sqs, AlertConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  @Override
  public Map<String, Double> measure() {
    var values = new HashMap<String, Double>();
    Arrays.stream(config.deadLetterQueues().split(","))
        .map(part -> part.strip().split("=", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> waiting(part[1]).ifPresent(n -> values.put("dead-letters:" + part[0], n)));
    return values;
  }

  /** Empty when the queue does not answer; the others still do. */
  private Optional<Double> waiting(String address) {
    try {
      return Optional.of(count(address));
    } catch (SdkException e) {
      LOG.warn("A dead-letter queue does not say how much it holds", e);
      return Optional.empty();
    }
  }

  private double count(String address) {
    var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Double.parseDouble(
        sqs.getQueueAttributes(request -> request.queueUrl(address).attributeNames(name))
            .attributes()
            .getOrDefault(name, "0"));
  }
}
