package gantry.alerts;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages lie in each dead-letter queue: {@code dead-letters:<name>}. */
@Singleton
final class DeadLetterSignal implements Signal {
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
        .filter(part -> !part.isBlank())
        .map(part -> part.strip().split("=", 2))
        .forEach(part -> values.put("dead-letters:" + part[0], waiting(part[1])));
    return values;
  }

  private double waiting(String address) {
    var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Double.parseDouble(
        sqs.getQueueAttributes(request -> request.queueUrl(address).attributeNames(name))
            .attributes()
            .getOrDefault(name, "0"));
  }
}
