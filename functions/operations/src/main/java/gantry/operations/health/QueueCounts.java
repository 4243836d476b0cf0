package gantry.operations.health;

import gantry.aws.CallLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages lie in queues. */
@Singleton
public final class QueueCounts {
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(1800));

  private final SqsClient sqs;

  QueueCounts(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** By the queues' names. */
  public Map<String, Long> waiting(Map<String, String> addresses) {
    return addresses.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, queue -> waiting(queue.getValue()), Long::sum, TreeMap::new));
  }

  private long waiting(String address) {
    var answer =
        sqs.getQueueAttributes(request ->
            request
                .queueUrl(address)
                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    return Long.parseLong(
        answer.attributes().getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }

  @Factory
  static final class Clients {
    @Singleton
    @Bean(preDestroy = "close")
    SqsClient sqs() {
      return LIMITS.build(SqsClient.builder());
    }
  }
}
