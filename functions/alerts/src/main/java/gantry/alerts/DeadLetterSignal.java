package gantry.alerts;

import gantry.lambda.Metrics;
import gantry.lambda.Metrics.Unit;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How many messages lie in each dead-letter queue, {@code dead-letters:<name>}, and how many of the
 * queues do not tell, {@code queues-away}.
 */
@Singleton
final class DeadLetterSignal implements Signal {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterSignal.class);

  private final SqsClient sqs;
  private final AlertConfig config;
  private final Metrics metrics;

  DeadLetterSignal(SqsClient sqs, AlertConfig config, Metrics metrics) {
    this.sqs = sqs;
    this.config = config;
    this.metrics = metrics;
  }

  @Override
  public Map<String, Double> measure() {
    var queues = queues();
    var values = new HashMap<String, Double>();
    queues.forEach(
        (name, address) -> waiting(address).ifPresent(n -> values.put("dead-letters:" + name, n)));
    var away = queues.size() - values.size();
    metrics.record("QueuesAway", Unit.COUNT, away, Map.of());
    values.put("queues-away", (double) away);
    return values;
  }

  private Map<String, String> queues() {
    return Arrays.stream(config.deadLetterQueues().split(","))
        .map(part -> part.strip().split("=", 2))
        .filter(part -> part.length == 2)
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
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
